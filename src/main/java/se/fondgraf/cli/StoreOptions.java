package se.fondgraf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.MemoryStore;

/** Where the data is kept that a command reads. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = {
                "Keep the data in this folder, where the next run finds it: inputs that are unchanged are not loaded",
                "again, and without inputs the command reads what the folder holds. Default in memory."
            })
    private Optional<Path> folder = Optional.empty();

    /** Whether the data is kept anywhere but in memory. */
    boolean isGiven() {
        return folder.isPresent();
    }

    /** The store as it is, to be closed. */
    LocalStore opened() {
        return folder.<LocalStore>map(DiskStore::open).orElseGet(MemoryStore::new);
    }

    /** The store with the inputs in it, to be closed. */
    LocalStore filled(InputOptions options, List<Path> inputs, PrintWriter out, PrintWriter err) {
        LocalStore store = opened();
        boolean filled = false;
        try {
            new Loading(store, isGiven(), options, inputs, out, err).begin();
            filled = true;
            return store;
        } finally {
            if (!filled) {
                store.close();
            }
        }
    }
}
