package se.fondgraf.store;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * One complete load of the data, on this machine. It never changes, so whoever holds one reads a single state of the
 * data for as long as they like, from any number of threads, without locks.
 *
 * @param version of the data
 * @param dataset read-only; writing to it throws
 * @param triples the number of distinct triples in the default graph
 * @param quads the number of distinct statements in all graphs, the default graph among them
 * @param pages the texts of the pages that the data came from
 */
public record Snapshot(String version, DatasetGraph dataset, long triples, long quads, PageTexts pages)
        implements Release {
    @Override
    public QueryExec execute(Query query) {
        return new ReadingExec(
                dataset,
                () -> QueryExec.dataset(dataset)
                        .query(query)
                        .set(ARQ.httpServiceAllowed, false)
                        .build());
    }
}
