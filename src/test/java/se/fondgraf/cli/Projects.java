package se.fondgraf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.Origin;

/** A number of projects, as pages or as stores that hold nothing else. */
final class Projects {
    private Projects() {}

    /** One of the bundled pages, each of another project. */
    static Path page(int index) throws IOException {
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            return seeds.filter(seed -> seed.toString().endsWith(".txt"))
                    .sorted()
                    .toList()
                    .get(index);
        }
    }

    /** A store under the standard base, of a version that names the number. */
    static Path store(Path folder, int projects) {
        return store(folder, projects, Iris.DEFAULT_BASE);
    }

    static Path store(Path folder, int projects, String base) {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(new Origin("made" + projects, base), sink -> {
                for (int i = 0; i < projects; i++) {
                    sink.statements()
                            .triple(Triple.create(
                                    NodeFactory.createURI(base + "id/project/" + i),
                                    RDF.type.asNode(),
                                    NodeFactory.createURI("https://w3id.org/fondgraf/ontology#Project")));
                    sink.page("p" + i, "%08d".formatted(i), "page " + i);
                }
                return "projects" + projects;
            });
        }
        return folder;
    }
}
