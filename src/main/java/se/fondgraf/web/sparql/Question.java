package se.fondgraf.web.sparql;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.Var;

/**
 * A query and the graphs it is asked of.
 *
 * @param graphs as the protocol names them, going before those that the query names; empty for all of the data
 */
public record Question(Query query, DatasetDescription graphs) {
    /** A question to all of the data, or to the graphs that the query itself names. */
    public static Question of(Query query) {
        return new Question(query, new DatasetDescription());
    }

    /** The graphs that are asked. */
    DatasetDescription dataset() {
        return graphs.isEmpty() && query.hasDatasetDescription() ? query.getDatasetDescription() : graphs;
    }

    /** The variables of the rows of a SELECT, in order. */
    List<Var> columns() {
        return Var.varList(query.getResultVars());
    }

    /** Whether the answer is rows or a truth, and not triples. */
    boolean isOfRows() {
        return query.isSelectType() || query.isAskType();
    }
}
