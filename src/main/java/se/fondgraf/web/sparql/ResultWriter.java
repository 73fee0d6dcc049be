package se.fondgraf.web.sparql;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;

/**
 * Writes what an execution finds. Rows go out as they come, so that nothing is held twice; who holds the bytes throws
 * them away when a later row breaks a limit.
 */
final class ResultWriter {
    private final Format format;
    private final OutputStream out;

    ResultWriter(Format format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    /** Writes the result of a query of whichever form. */
    void write(Question question, Execution execution) {
        if (question.query().isSelectType()) {
            writeRows(question.columns(), execution.rows());
        } else if (question.query().isAskType()) {
            writeTruth(execution.truth());
        } else {
            write(execution.graph());
        }
    }

    private void writeTruth(boolean truth) {
        if (format == Format.JSON) {
            new JsonResult(out).write(truth);
        } else {
            rowWriter().write(out, truth, ARQ.getContext());
        }
    }

    /** Writes rows of a SELECT. */
    void writeRows(List<Var> columns, Iterator<Binding> rows) {
        if (format == Format.JSON) {
            new JsonResult(out).write(columns, rows);
            return;
        }
        rowWriter().write(out, RowSetStream.create(columns, checked(rows)), ARQ.getContext());
    }

    private RowSetWriter rowWriter() {
        return RowSetWriterRegistry.getFactory(format.rowsLang()).create(format.rowsLang());
    }

    private Iterator<Binding> checked(Iterator<Binding> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Binding next() {
                Binding row = rows.next();
                row.forEach((variable, value) -> format.check(value));
                return row;
            }
        };
    }

    /** Writes triples. */
    void write(Graph graph) {
        try {
            graph.stream().forEach(triple -> {
                format.check(triple.getSubject());
                format.check(triple.getObject());
            });
            RDFWriter.source(graph).format(format.graphFormat()).output(out);
        } catch (JenaException e) {
            throw QueryTask.refusalIn(e)
                    .orElseGet(() -> Refusal.of(
                            422, "The result cannot be written in the format asked for; ask for Turtle or N-Triples."));
        }
    }
}
