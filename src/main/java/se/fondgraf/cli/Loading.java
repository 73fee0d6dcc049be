package se.fondgraf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.Fingerprint;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.Origin;
import se.fondgraf.store.Snapshot;
import se.fondgraf.store.StoreException;

/** Brings pages into a store on this machine, unless it holds what would come of them already. */
final class Loading {
    private final LocalStore store;
    private final boolean compared;
    private final InputOptions options;
    private final List<Path> inputs;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * Of a command.
     *
     * @param compared whether what is loaded will ever be compared with other inputs; it costs reading them once more
     * @param inputs as given; empty for none
     */
    Loading(
            LocalStore store,
            boolean compared,
            InputOptions options,
            List<Path> inputs,
            PrintWriter out,
            PrintWriter err) {
        this.store = store;
        this.compared = compared;
        this.options = options;
        this.inputs = inputs;
        this.out = out;
        this.err = err;
    }

    /**
     * Fills the store at the start of a command, and says how: from the inputs; without any, with what is there
     * already, or else from the bundled pages.
     *
     * @throws OperatorException when nothing can be read from it afterwards
     */
    void begin() {
        Optional<String> damage = store instanceof DiskStore disk ? disk.damage() : Optional.empty();
        if (inputs.isEmpty() && store.origin().isPresent()) {
            damage.ifPresent(err::println);
            requireBase(store.origin().get().base());
            out.println("the store holds " + held());
        } else if (inputs.isEmpty() && damage.isPresent()) {
            throw new OperatorException(damage.get() + "; give the inputs, to have it loaded again");
        } else {
            damage.ifPresent(sentence -> err.println(sentence + "; the inputs are loaded again"));
            bring(origin());
        }
        err.flush();
        out.flush();
    }

    private void requireBase(String base) {
        if (!base.equals(options.iris().base())) {
            throw new OperatorException("the store holds data under " + base + "; give --base " + base
                    + ", or inputs that are to be loaded instead");
        }
    }

    /**
     * Loads what the inputs are by now, if they have changed.
     *
     * @throws OperatorException when they cannot be used; the store then holds what it held before
     */
    void again() {
        Origin now = origin();
        if (!store.origin().equals(Optional.of(now))) {
            bring(now);
        }
    }

    private void bring(Origin origin) {
        if (store.origin().equals(Optional.of(origin)) && options.report().isEmpty()) {
            out.println("the store is up to date, nothing was loaded; it holds " + held());
            return;
        }
        try {
            Conversion.Result result = new Run(options, err).load(store, origin, given());
            out.println(Run.summary(result));
            out.println(Run.counted(store.current().quads(), "triple") + " loaded");
        } catch (StoreException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
        out.flush();
    }

    private String held() {
        Snapshot release = store.current();
        return "release " + release.version() + " with " + Run.counted(release.quads(), "triple");
    }

    private Origin origin() {
        String fingerprint = compared ? fingerprint().ofContents() + (options.strict() ? "strict" : "") : "none";
        return new Origin(fingerprint, options.iris().base());
    }

    /** Of the inputs as they are now. */
    Fingerprint fingerprint() {
        return new Fingerprint(options.iris().base(), given(), options.decisions(), options.operator());
    }

    /** The release that is served, for a message. */
    String version() {
        return store.current().version();
    }

    private List<Path> given() {
        return InputOptions.inputsOrSeeds(inputs);
    }
}
