package se.fondgraf.store;

import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's folders. */
final class TripleFiles {
    private TripleFiles() {}

    /** Opens a folder, which must exist; an empty one becomes an empty dataset. */
    static DatasetGraph connect(Path folder) {
        return DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()));
    }

    /** Closes the files. Jena keeps datasets open by their place, so closing alone would not do. */
    static void disconnect(DatasetGraph data) {
        TDBInternal.expel(data, true);
    }
}
