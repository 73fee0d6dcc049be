package se.fondgraf.web;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * One query, from its text to a whole answer or a refusal.
 *
 * <p>The row count, the size and the deadline are checked at each row and each piece written, so nothing has to be held
 * twice: rows go straight into the buffer, and the buffer is thrown away when a later row breaks a limit.
 */
final class QueryTask implements Supplier<Answer> {
    /** Property paths ask the registry whatever the context says, and the standard one loads Java classes by name. */
    private static final PropertyFunctionRegistry NO_PROPERTY_FUNCTIONS = new PropertyFunctionRegistry() {
        @Override
        public boolean manages(String iri) {
            return false;
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            return null;
        }
    };

    private final QueryRequest request;
    private final DatasetGraph data;
    private final Limits limits;
    private final Deadline deadline;
    private final ResultBuffer.Quota quota;

    QueryTask(QueryRequest request, DatasetGraph data, Limits limits, Deadline deadline, ResultBuffer.Quota quota) {
        this.request = request;
        this.data = new GuardedDataset(data, deadline);
        this.limits = limits;
        this.deadline = deadline;
        this.quota = quota;
    }

    /**
     * Runs the query.
     *
     * @throws Refusal in place of everything that a request can bring about
     */
    @Override
    public Answer get() {
        try {
            deadline.check();
            return answer(QueryText.parse(request.query()));
        } catch (QueryCancelledException e) {
            throw deadline.why();
        } catch (StackOverflowError e) {
            throw Refusal.tooDeep();
        } catch (OutOfMemoryError e) {
            throw Refusal.noMemory();
        } catch (RuntimeException e) {
            throw refusalIn(e);
        }
    }

    /** Writers wrap what the buffer throws; after the deadline whatever breaks, breaks for that reason. */
    private RuntimeException refusalIn(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return deadline.signal().get() ? deadline.why() : e;
    }

    private Answer answer(Query query) {
        boolean rows = query.isSelectType() || query.isAskType();
        List<Format> formats = rows ? Format.ROWS : Format.GRAPHS;
        Accept.Choice choice = request.accept()
                .choose(formats)
                .orElseThrow(() -> Refusal.of(
                        406,
                        "This result can be had as "
                                + String.join(
                                        ", ",
                                        formats.stream()
                                                .map(format ->
                                                        format.mediaTypes().getFirst())
                                                .toList())
                                + "."));
        ResultBuffer buffer = new ResultBuffer(limits.bytes(), deadline, quota);
        boolean whole = false;
        try {
            if (rows) {
                writeRows(query, choice.format(), buffer);
            } else {
                writeGraph(query, choice.format(), buffer);
            }
            deadline.check();
            whole = true;
            return new Answer(choice.mediaType(), buffer);
        } finally {
            if (!whole) {
                buffer.release();
            }
        }
    }

    private void writeRows(Query query, Format format, OutputStream out) {
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.rowsLang()).create(format.rowsLang());
        QueryIterator solutions = execute(query, dataset(query));
        try {
            if (query.isAskType()) {
                writer.write(out, solutions.hasNext(), ARQ.getContext());
            } else {
                writer.write(
                        out,
                        RowSetStream.create(Var.varList(query.getResultVars()), counted(solutions, format)),
                        ARQ.getContext());
            }
        } finally {
            solutions.close();
        }
    }

    private void writeGraph(Query query, Format format, OutputStream out) {
        DatasetGraph dataset = dataset(query);
        Graph result = GraphMemFactory.createGraphMem2();
        result.getPrefixMapping().setNsPrefixes(dataset.prefixes().getMapping());
        result.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        QueryIterator solutions = execute(query, dataset);
        try {
            GraphResult collected = new GraphResult(result, limits, deadline);
            if (query.isConstructType()) {
                collected.add(
                        TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), solutions));
            } else {
                collected.describe(query, solutions, dataset);
            }
        } finally {
            solutions.close();
        }
        try {
            result.stream().forEach(triple -> {
                format.check(triple.getSubject());
                format.check(triple.getObject());
            });
            RDFWriter.source(result).format(format.graphFormat()).output(out);
        } catch (JenaException e) {
            if (refusalIn(e) instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.of(422, "The result cannot be written in the format asked for; ask for Turtle or N-Triples.");
        }
    }

    private Iterator<Binding> counted(QueryIterator solutions, Format format) {
        return new Iterator<>() {
            private long rows;

            @Override
            public boolean hasNext() {
                return solutions.hasNext();
            }

            @Override
            public Binding next() {
                deadline.check();
                if (++rows > limits.rows()) {
                    throw Refusal.tooManyRows("rows", limits.rows());
                }
                Binding row = solutions.next();
                row.forEach((variable, value) -> format.check(value));
                return row;
            }
        };
    }

    private QueryIterator execute(Query query, DatasetGraph dataset) {
        Op op = QueryText.algebra(query);
        Context context = context(dataset);
        context.set(ARQConstants.sysCurrentQuery, query);
        QueryIterator solutions = QueryEngineMain.getFactory()
                .create(op, dataset, BindingRoot.create(), context)
                .iterator();
        deadline.running(solutions);
        return solutions;
    }

    /**
     * Graphs that the protocol names go before those of the query; both are looked up in the data and never fetched.
     */
    private DatasetGraph dataset(Query query) {
        DatasetDescription description = DatasetDescription.create(request.defaultGraphs(), request.namedGraphs());
        if (description.isEmpty() && query.hasDatasetDescription()) {
            description = query.getDatasetDescription();
        }
        return DynamicDatasets.dynamicDataset(description, data, false);
    }

    /** What ARQ adds to SPARQL 1.1 is off, a second time for what {@link QueryText} already refuses. */
    private Context context(DatasetGraph dataset) {
        Context context = Context.setupContextForDataset(ARQ.getContext().copy(), dataset);
        context.set(ARQConstants.symCancelQuery, deadline.signal());
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.enablePropertyFunctions, false);
        ServiceExecutorRegistry.set(context, new ServiceExecutorRegistry());
        PropertyFunctionRegistry.set(context, NO_PROPERTY_FUNCTIONS);
        return context;
    }
}
