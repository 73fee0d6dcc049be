package se.fondgraf.cli;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Looks at the inputs from time to time, and when they have changed and come to rest, loads them beside the release
 * that is served. A change that cannot be used is told, and the old release goes on being served.
 */
final class Watch implements Runnable {
    /** How often the inputs are looked at; they are at rest when two looks see the same. */
    static final Duration PERIOD = Duration.ofSeconds(2);

    private final Loading loading;
    private final PrintWriter err;
    private final Duration period;
    private String loaded;

    /** Of inputs that have just been loaded. */
    Watch(Loading loading, PrintWriter err, Duration period) {
        this.loading = loading;
        this.err = err;
        this.period = period;
        this.loaded = "";
    }

    /** Begins to watch, until the program ends. */
    void start() {
        Thread.ofPlatform().name("watch").daemon().start(this);
    }

    @Override
    public void run() {
        String before = "";
        try {
            while (true) {
                String now = loading.fingerprint().ofDates();
                if (!now.equals(loaded) && now.equals(before)) {
                    reload();
                    loaded = now;
                }
                before = now;
                Thread.sleep(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            loading.again();
        } catch (OperatorException e) {
            keep(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            keep("there is not enough memory for two releases; FONDGRAF_JAVA_OPTIONS=-Xmx… gives more");
        } catch (RuntimeException e) {
            keep("a fault of the program itself: " + e);
        }
    }

    private void keep(String reason) {
        err.println("not reloaded: " + reason + "; release " + loading.version() + " is still served");
        err.flush();
    }
}
