package se.fondgraf.web.reconcile;

import java.util.concurrent.TimeoutException;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.search.SearchIndexes;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Refusal;

/** The index of names, for requests: whoever asks while it is being built waits a little or is asked to come again. */
final class Names {
    private static final long PATIENCE_MILLIS = 20_000;

    private final SearchIndexes indexes = new SearchIndexes();

    /**
     * The names of that release.
     *
     * @throws Refusal 503 while they are being indexed
     */
    SearchIndex of(Release release) throws InterruptedException {
        try {
            return indexes.of(release, PATIENCE_MILLIS);
        } catch (TimeoutException e) {
            throw Refusal.of(503, "The names of a new release are being indexed; try again in a moment.");
        }
    }
}
