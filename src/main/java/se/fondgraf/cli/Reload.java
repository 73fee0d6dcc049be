package se.fondgraf.cli;

import java.io.PrintWriter;
import java.util.List;

/** Has what is served replaced by what has come after it, and says what came of that; one at a time, whoever asks. */
final class Reload {
    private final List<Followed> served;
    private final PrintWriter out;
    private final PrintWriter err;

    Reload(List<Followed> served, PrintWriter out, PrintWriter err) {
        this.served = List.copyOf(served);
        this.out = out;
        this.err = err;
    }

    /** What is served. */
    List<Followed> served() {
        return served;
    }

    /** Looks at all of it, because somebody said so, who then wants to know also that nothing is new. */
    void all() {
        for (Followed followed : served) {
            look(followed, true);
        }
    }

    /** Looks at one. */
    void one(Followed followed) {
        look(followed, false);
    }

    private synchronized void look(Followed followed, boolean tellAlways) {
        try {
            if (followed.again()) {
                out.println("reloaded: " + followed.served() + " is served from now on");
            } else if (tellAlways) {
                out.println("nothing is new: " + followed.served() + " is still served");
            }
        } catch (OperatorException e) {
            keep(followed, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            keep(followed, "there is not enough memory for two releases; FONDGRAF_JAVA_OPTIONS=-Xmx… gives more");
        } catch (RuntimeException e) {
            keep(followed, "a fault of the program itself: " + e);
        }
        out.flush();
    }

    private void keep(Followed followed, String reason) {
        err.println("not reloaded: " + reason + "; " + followed.served() + " is still served");
        err.flush();
    }
}
