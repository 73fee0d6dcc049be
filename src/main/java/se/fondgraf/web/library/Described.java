package se.fondgraf.web.library;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.Answer;
import se.fondgraf.web.sparql.Queries;
import se.fondgraf.web.sparql.Question;

/**
 * A query of the library is also a thing of the data. Who asks its address for RDF, and for no form of rows, gets what
 * the data says of the query; everybody else gets its answer.
 */
public final class Described implements Resource {
    private static final Var QUERY = Var.alloc("query");
    private static final int KEPT_SECONDS = 60;

    private final Resource answers;
    private final Queries queries;
    private final String base;

    private Described(Resource answers, Queries queries, String base) {
        this.answers = answers;
        this.queries = queries;
        this.base = base;
    }

    /** The route with descriptions. */
    public static Route of(Route route, Queries queries, String base) {
        return new Route(route.path(), route.methods(), new Described(route.resource(), queries, base));
    }

    @Override
    public Reply answer(Request request) throws IOException, InterruptedException {
        Optional<Accept.Choice> wanted = asksForTriples(request);
        return wanted.isPresent() ? description(request, wanted.get()) : answers.answer(request);
    }

    @Override
    public Optional<String> postedFor(Request request) throws IOException {
        return answers.postedFor(request);
    }

    private static Optional<Accept.Choice> asksForTriples(Request request) {
        boolean plain = !request.method().equals("POST")
                && request.queryString().isEmpty()
                && request.path().indexOf('.') < 0;
        return plain && request.accept().choose(Format.ROWS).isEmpty()
                ? request.accept().choose(Format.GRAPHS)
                : Optional.empty();
    }

    private Reply description(Request request, Accept.Choice choice) throws InterruptedException {
        String iri = base + request.path().substring(1);
        Release release = queries.release();
        Queries asked = queries.by(request.client());
        if (!asked.truth(about("ASK", iri), release)) {
            throw Refusal.nothingHere();
        }
        Answer answer = asked.answer(
                Question.of(about("CONSTRUCT { ?query ?property ?value }", iri)), choice.format(), release);
        return Reply.ok(choice.mediaType(), answer.content())
                .tagged(answer.version(), iri, choice.mediaType())
                .varyingBy("Accept")
                .keptFor(KEPT_SECONDS);
    }

    private static Query about(String form, String iri) {
        Query query = QueryFactory.create(form + " WHERE { ?query ?property ?value }", Syntax.syntaxSPARQL_11);
        query.setValuesDataBlock(List.of(QUERY), List.of(BindingFactory.binding(QUERY, NodeFactory.createURI(iri))));
        return query;
    }
}
