package se.fondgraf.search;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.fondgraf.store.Release;

/**
 * The index of the release being served: built when it is first asked for, once however many ask, on its own thread.
 */
public final class SearchIndexes {
    private final Object lock = new Object();
    private String version = "";
    private CompletableFuture<SearchIndex> newest = new CompletableFuture<>();

    /**
     * The index of the release.
     *
     * @param patience how long to wait while it is built, in milliseconds
     * @throws TimeoutException when it is still being built then
     */
    public SearchIndex of(Release release, long patience) throws InterruptedException, TimeoutException {
        try {
            return building(release).get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private CompletableFuture<SearchIndex> building(Release release) {
        synchronized (lock) {
            if (!version.equals(release.version()) || newest.isCompletedExceptionally()) {
                version = release.version();
                newest = new CompletableFuture<>();
                CompletableFuture<SearchIndex> index = newest;
                Thread.ofPlatform().daemon().name("search-index").start(() -> complete(index, release));
            }
            return newest;
        }
    }

    private static void complete(CompletableFuture<SearchIndex> index, Release release) {
        try {
            index.complete(SearchIndex.of(release));
        } catch (RuntimeException | Error e) {
            index.completeExceptionally(e);
        }
    }
}
