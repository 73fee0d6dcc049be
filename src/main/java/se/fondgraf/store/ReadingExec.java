package se.fondgraf.store;

import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** An execution within a transaction that lasts until it is closed, on the thread that made it. */
final class ReadingExec implements QueryExec {
    private final Transactional data;
    private final QueryExec execution;

    ReadingExec(Transactional data, Supplier<QueryExec> execution) {
        this.data = data;
        data.begin(TxnType.READ);
        boolean begun = false;
        try {
            this.execution = execution.get();
            begun = true;
        } finally {
            if (!begun) {
                data.end();
            }
        }
    }

    @Override
    public DatasetGraph getDataset() {
        return execution.getDataset();
    }

    @Override
    public Context getContext() {
        return execution.getContext();
    }

    @Override
    public Query getQuery() {
        return execution.getQuery();
    }

    @Override
    public String getQueryString() {
        return execution.getQueryString();
    }

    @Override
    public RowSet select() {
        return execution.select();
    }

    @Override
    public Graph construct(Graph graph) {
        return execution.construct(graph);
    }

    @Override
    public Iterator<Triple> constructTriples() {
        return execution.constructTriples();
    }

    @Override
    public Iterator<Quad> constructQuads() {
        return execution.constructQuads();
    }

    @Override
    public DatasetGraph constructDataset(DatasetGraph dataset) {
        return execution.constructDataset(dataset);
    }

    @Override
    public Graph describe(Graph graph) {
        return execution.describe(graph);
    }

    @Override
    public Iterator<Triple> describeTriples() {
        return execution.describeTriples();
    }

    @Override
    public boolean ask() {
        return execution.ask();
    }

    @Override
    public JsonArray execJson() {
        return execution.execJson();
    }

    @Override
    public Iterator<JsonObject> execJsonItems() {
        return execution.execJsonItems();
    }

    @Override
    public void abort() {
        execution.abort();
    }

    @Override
    public void close() {
        if (!execution.isClosed()) {
            execution.close();
            data.end();
        }
    }

    @Override
    public boolean isClosed() {
        return execution.isClosed();
    }
}
