package se.fondgraf.page;

import java.util.List;

/**
 * One page, read.
 *
 * @param uses what became of each line; as many as the text has lines
 * @param notices in the order of their lines
 */
public record Page(ProjectRecord record, PublishedText text, List<LineUse> uses, List<Notice> notices) {
    public Page {
        uses = List.copyOf(uses);
        notices = List.copyOf(notices);
    }

    /** The same page with its address. */
    public Page at(String url) {
        return new Page(record.at(url), text, uses, notices);
    }
}
