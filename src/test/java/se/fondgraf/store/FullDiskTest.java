package se.fondgraf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full to the last byte in the midst of a load, which a store does not let it come to by itself, but
 * others may fill it meanwhile. On the smaller disks it is a file mapped into memory that gets no room, which is a
 * signal of the operating system and no failed write; on the larger one it is a file that is written.
 */
class FullDiskTest {
    private static final String EX = "https://example.org/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2m", "6m", "40m"})
    void theReleaseBeforeIsServedAndFoundAgain(String size) throws Exception {
        SmallDisk.Ended ended = new SmallDisk(folder, size).run("\"$@\" \"$D/store\"", Loads.class);
        assertEquals(
                List.of(
                        "loaded one 100",
                        "the store " + folder + "/store cannot be written: the disk is full; it holds what it held"
                                + " before",
                        "served one 100",
                        "found one 100",
                        "loaded three 100"),
                ended.lines());
        assertEquals(0, ended.code());
    }

    /** Loads what fits, what does not, looks, and comes again. */
    static final class Loads {
        private Loads() {}

        public static void main(String[] arguments) {
            Path place = Path.of(arguments[0]);
            try (DiskStore store = DiskStore.open(place, 0)) {
                load(store, "one", 100);
                System.out.println("loaded " + held(store));
                try {
                    load(store, "two", 2_000_000);
                } catch (StoreException e) {
                    System.out.println(e.getMessage());
                }
                System.out.println("served " + held(store));
            }
            try (DiskStore store = DiskStore.open(place, 0)) {
                System.out.println("found " + held(store));
                load(store, "three", 100);
                System.out.println("loaded " + held(store));
            }
        }

        private static String held(DiskStore store) {
            return store.damage().orElse("") + store.current().version() + " "
                    + store.current().quads();
        }

        private static void load(DiskStore store, String version, int statements) {
            Node says = NodeFactory.createURI(EX + "says");
            store.load(new Origin(version, EX), sink -> {
                for (int i = 0; i < statements; i++) {
                    Node subject = NodeFactory.createURI(EX + i);
                    sink.statements()
                            .triple(Triple.create(subject, says, NodeFactory.createLiteralString(version + i)));
                }
                return version;
            });
        }
    }
}
