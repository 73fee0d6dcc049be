package se.fondgraf.store;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;

/** One complete state of the data. It never changes while it is read. */
public sealed interface Release permits Snapshot, RemoteRelease {
    /**
     * Names the state: two releases with one version give the same answers. Letters and digits alone, so that it can
     * stand in a header or a path.
     */
    String version();

    /** An execution of the query, without any limits; the caller closes it. */
    QueryExec execute(Query query);

    /** The texts of the pages that the data came from. */
    PageTexts pages();
}
