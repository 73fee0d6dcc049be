package se.fondgraf.web.sparql;

import java.io.IOException;
import org.apache.jena.sparql.core.DatasetDescription;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** The endpoint: SPARQL 1.1 Protocol, queries only. */
public final class SparqlResource implements Resource {
    private static final int KEPT_SECONDS = 60;

    private final Queries queries;

    public SparqlResource(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Reply answer(Request request) throws IOException, InterruptedException {
        QueryRequest asked = QueryRequest.read(request);
        Release release = queries.release();
        Answer answer = queries.answer(
                () -> new Question(
                        QueryText.parse(asked.query()),
                        DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs())),
                asked.accept(),
                release);
        return Reply.ok(answer.mediaType(), answer.content())
                .tagged(
                        answer.version(),
                        asked.query(),
                        String.valueOf(asked.defaultGraphs()),
                        String.valueOf(asked.namedGraphs()),
                        answer.mediaType())
                .varyingBy("Accept")
                .keptFor(KEPT_SECONDS);
    }
}
