package se.fondgraf.cli;

import java.time.Duration;
import java.util.List;

/**
 * Looks from time to time at what is served, and has what has changed and come to rest reloaded. A change that cannot
 * be used is told once, and looked at again when it has changed further.
 */
final class Watch implements Runnable {
    /** How often it looks; something is at rest when two looks see the same. */
    static final Duration PERIOD = Duration.ofSeconds(2);

    private final Reload reload;
    private final List<Look> looks;
    private final Duration period;

    /** Of what is served just now. */
    Watch(Reload reload, Duration period) {
        this.reload = reload;
        this.looks = reload.served().stream().map(Look::new).toList();
        this.period = period;
    }

    /** What was seen of one thing. */
    private static final class Look {
        private final Followed followed;
        private String before = "nothing was seen yet";
        private String reloaded = before;

        Look(Followed followed) {
            this.followed = followed;
        }

        /** Whether it has changed since it was reloaded, and come to rest. */
        boolean isNew() {
            String now = followed.state();
            boolean atRest = now.equals(before);
            before = now;
            if (!atRest || now.equals(reloaded)) {
                return false;
            }
            reloaded = now;
            return true;
        }
    }

    /** Begins to watch, until the program ends. */
    void start() {
        Thread.ofPlatform().name("watch").daemon().start(this);
    }

    @Override
    public void run() {
        try {
            while (true) {
                for (Look look : looks) {
                    if (look.isNew()) {
                        reload.one(look.followed);
                    }
                }
                Thread.sleep(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
