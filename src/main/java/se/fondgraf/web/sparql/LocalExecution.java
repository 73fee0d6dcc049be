package se.fondgraf.web.sparql;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;
import se.fondgraf.web.http.Refusal;

/**
 * A question to data on this machine, in a transaction from its beginning to its close. Every statement read feels the
 * deadline.
 */
final class LocalExecution implements Execution {
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

    private final Query query;
    private final DatasetGraph data;
    private final DatasetGraph dataset;
    private final Limits limits;
    private final Deadline deadline;
    private Optional<QueryIterator> running = Optional.empty();

    LocalExecution(Question question, DatasetGraph data, Limits limits, Deadline deadline) {
        this.query = question.query();
        this.limits = limits;
        this.deadline = deadline;
        this.data = data;
        data.begin(TxnType.READ);
        boolean begun = false;
        try {
            // Graphs that are named are looked up in the data and never fetched.
            this.dataset =
                    DynamicDatasets.dynamicDataset(question.dataset(), new GuardedDataset(data, deadline), false);
            begun = true;
        } finally {
            if (!begun) {
                data.end();
            }
        }
    }

    @Override
    public Iterator<Binding> rows() {
        QueryIterator solutions = solutions();
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
                return solutions.next();
            }
        };
    }

    @Override
    public boolean truth() {
        return solutions().hasNext();
    }

    @Override
    public Graph graph() {
        Graph result = GraphMemFactory.createGraphMem2();
        result.getPrefixMapping().setNsPrefixes(dataset.prefixes().getMapping());
        result.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        QueryIterator solutions = solutions();
        GraphResult collected = new GraphResult(result, limits, deadline);
        if (query.isConstructType()) {
            collected.add(TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), solutions));
        } else {
            collected.describe(query, solutions, dataset);
        }
        return result;
    }

    private QueryIterator solutions() {
        Op op = QueryText.algebra(query);
        Context context = context();
        context.set(ARQConstants.sysCurrentQuery, query);
        QueryIterator solutions = QueryEngineMain.getFactory()
                .create(op, dataset, BindingRoot.create(), context)
                .iterator();
        running = Optional.of(solutions);
        deadline.running(solutions);
        return solutions;
    }

    /** What ARQ adds to SPARQL 1.1 is off, a second time for what {@link QueryText} already refuses. */
    private Context context() {
        Context context = Context.setupContextForDataset(ARQ.getContext().copy(), dataset);
        context.set(ARQConstants.symCancelQuery, deadline.signal());
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.enablePropertyFunctions, false);
        ServiceExecutorRegistry.set(context, new ServiceExecutorRegistry());
        PropertyFunctionRegistry.set(context, NO_PROPERTY_FUNCTIONS);
        return context;
    }

    @Override
    public void close() {
        try {
            running.ifPresent(QueryIterator::close);
        } finally {
            data.end();
        }
    }
}
