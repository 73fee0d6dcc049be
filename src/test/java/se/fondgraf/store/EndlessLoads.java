package se.fondgraf.store;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** A process that loads one release after the other into a store until it is killed. */
final class EndlessLoads {
    static final int STATEMENTS = 4_000;
    static final int PAGES = 50;

    private EndlessLoads() {}

    /** Takes the folder and the number of the first release; prints the number of each that was loaded. */
    public static void main(String[] arguments) {
        try (DiskStore store = DiskStore.open(Path.of(arguments[0]))) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                int release = number;
                store.load(new Origin(String.valueOf(release), "https://example.org/"), sink -> {
                    write(release, sink);
                    return String.valueOf(release);
                });
                System.out.println(release);
            }
        }
    }

    /** Every statement and page names the release. */
    private static void write(int release, Source.Sink sink) {
        Node says = NodeFactory.createURI("https://example.org/says");
        for (int i = 0; i < STATEMENTS; i++) {
            Triple triple = Triple.create(
                    NodeFactory.createURI("https://example.org/" + i),
                    says,
                    NodeFactory.createLiteralString(String.valueOf(release)));
            sink.statements().triple(triple);
            sink.statements().quad(Quad.create(says, triple));
        }
        for (int i = 0; i < PAGES; i++) {
            sink.page("project", "%08d".formatted(i), String.valueOf(release));
        }
    }
}
