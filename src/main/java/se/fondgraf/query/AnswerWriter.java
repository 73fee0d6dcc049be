package se.fondgraf.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.sparql.util.NodeCmp;

/** Runs a prepared query and writes its answer. The same answer always gives the same bytes. */
public final class AnswerWriter {
    private static final Comparator<Node> TERMS = NodeCmp::compareRDFTerms;
    private static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, TERMS)
            .thenComparing(Triple::getPredicate, TERMS)
            .thenComparing(Triple::getObject, TERMS);

    private final String base;

    /**
     * A writer for data under one base.
     *
     * @param base such as {@link LibraryQuery#DEFAULT_BASE}; tables leave it out of IRIs
     */
    public AnswerWriter(String base) {
        this.base = base;
    }

    /**
     * Executes the query and writes the answer; the caller holds the transaction, and closes both ends.
     *
     * @param exec the execution of {@code query}, local or remote
     * @throws QueryRequestException when the format does not fit the form of the query; nothing is written then
     */
    public void write(QueryExec exec, Query query, ResultFormat format, OutputStream out) throws IOException {
        format.requireFits(query);
        switch (format) {
            case TABLE -> out.write(table(exec, query).getBytes(StandardCharsets.UTF_8));
            case CSV -> rows(exec, query, ResultSetLang.RS_CSV, out);
            case TSV -> rows(exec, query, ResultSetLang.RS_TSV, out);
            case JSON -> rows(exec, query, ResultSetLang.RS_JSON, out);
            case TTL -> turtle(query.isDescribeType() ? exec.describeTriples() : exec.constructTriples(), query, out);
        }
        out.flush();
    }

    private String table(QueryExec exec, Query query) {
        return query.isAskType()
                ? exec.ask() + "\n"
                : ResultTable.of(exec.select(), new ShortForms(base, query.getPrefixMapping()));
    }

    private static void rows(QueryExec exec, Query query, Lang language, OutputStream out) {
        ResultsWriter writer = ResultsWriter.create().lang(language).build();
        if (query.isAskType()) {
            writer.write(out, exec.ask());
        } else {
            writer.write(out, exec.select());
        }
    }

    /** Sorted triples into the block writer: the pretty writer's order depends on insertion. */
    private static void turtle(Iterator<Triple> triples, Query query, OutputStream out) {
        TreeSet<Triple> sorted = new TreeSet<>(TRIPLES);
        triples.forEachRemaining(sorted::add);
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        writer.start();
        query.getPrefixMapping().getNsPrefixMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> writer.prefix(prefix.getKey(), prefix.getValue()));
        sorted.forEach(writer::triple);
        writer.finish();
    }
}
