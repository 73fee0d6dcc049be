package se.fondgraf.store;

import java.util.Optional;

/**
 * The published texts of source pages, contact data masked. The data refers to their lines and holds no copy. Safe for
 * several threads.
 */
public interface PageTexts {
    /**
     * The text of a page.
     *
     * @param project the slug of its project
     * @param page8 the page's eight digits in IRIs
     * @return empty when there is no such page, or when no page has its text here
     */
    Optional<String> text(String project, String page8);

    /** Whether texts are kept at all: a remote store holds the data alone, so there no page has a text. */
    boolean areKept();

    /** For data that came without its pages. */
    static PageTexts none() {
        return new PageTexts() {
            @Override
            public Optional<String> text(String project, String page8) {
                return Optional.empty();
            }

            @Override
            public boolean areKept() {
                return false;
            }
        };
    }
}
