package se.fondgraf.store;

import java.util.function.Consumer;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/** Writes a whole dataset. */
@FunctionalInterface
public interface Source {
    /**
     * Writes every statement and page to the sink, on the calling thread. It need not call start or finish of the
     * stream.
     *
     * @return the version of what it wrote
     */
    String writeTo(Sink sink);

    /** Takes a dataset: triples go to the default graph, quads to theirs, prefixes are kept. */
    interface Sink {
        /** Takes the statements. */
        StreamRDF statements();

        /** Takes one statement; that of no named graph as a triple. */
        default void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                statements().triple(quad.asTriple());
            } else {
                statements().quad(quad);
            }
        }

        /**
         * Takes the published text of one page; the same page may come again.
         *
         * @param project the slug of its project
         * @param page8 the page's eight digits in IRIs
         */
        void page(String project, String page8, String text);
    }

    /** Statements without pages, with a version that is known beforehand. */
    static Source of(String version, Consumer<StreamRDF> statements) {
        return sink -> {
            statements.accept(sink.statements());
            return version;
        };
    }
}
