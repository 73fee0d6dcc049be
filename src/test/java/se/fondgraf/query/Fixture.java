package se.fondgraf.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;

/** The dataset of the tests, {@code dataset.trig}, and what queries answer on it. */
final class Fixture {
    private Fixture() {}

    static DatasetGraph dataset() {
        return RDFDataMgr.loadDataset(Objects.requireNonNull(Fixture.class.getResource("dataset.trig"))
                        .toString())
                .asDatasetGraph();
    }

    /** The same dataset, put in in another order. */
    static DatasetGraph shuffled(long seed) {
        List<Quad> quads = new ArrayList<>();
        dataset().find().forEachRemaining(quads::add);
        Collections.shuffle(quads, new Random(seed));
        DatasetGraph shuffled = DatasetGraphFactory.createGeneral();
        quads.forEach(shuffled::add);
        return shuffled;
    }

    static String answer(DatasetGraph dataset, Query query, ResultFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            new AnswerWriter(LibraryQuery.DEFAULT_BASE).write(exec, query, format, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String answer(String sparql, ResultFormat format) throws IOException {
        return answer(dataset(), LibraryQuery.parse("own.rq", sparql).bind(Map.of()), format);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
