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
final class Loading implements Followed {
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
            Origin origin = origin();
            if (store.origin().equals(Optional.of(origin)) && options.report().isEmpty()) {
                out.println("the store is up to date, nothing was loaded; it holds " + held());
            } else {
                bring(origin);
            }
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

    /** Of the inputs, or without any, of the store's folder, into whose place another one may come. */
    @Override
    public String state() {
        return isOfFolder() ? ((DiskStore) store).state() : fingerprint().ofDates();
    }

    /** Loads what the inputs are by now, or without any, changes over to the folder that is there by now. */
    @Override
    public boolean again() {
        String before = store.current().version();
        if (isOfFolder()) {
            return changedOver();
        }
        Origin now = origin();
        if (compared && store.origin().equals(Optional.of(now))) {
            return false;
        }
        bring(now);
        return !before.equals(store.current().version());
    }

    private boolean isOfFolder() {
        return inputs.isEmpty() && store instanceof DiskStore;
    }

    private boolean changedOver() {
        try {
            return ((DiskStore) store).lookAgain(options.iris().base());
        } catch (StoreException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private void bring(Origin origin) {
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
    private Fingerprint fingerprint() {
        return new Fingerprint(options.iris().base(), given(), options.decisions(), options.operator());
    }

    @Override
    public String served() {
        return "release " + store.current().version();
    }

    private List<Path> given() {
        return InputOptions.inputsOrSeeds(inputs);
    }
}
