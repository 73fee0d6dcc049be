package se.fondgraf.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.name.Printable;
import se.fondgraf.query.AnswerWriter;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryFileException;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryRequestException;
import se.fondgraf.query.ResultFormat;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.store.Store;
import se.fondgraf.store.StoreException;

/** {@code fondgraf query}: a question of the library, or any other, to pages or to an endpoint. */
@Command(
        name = "query",
        header = "Ask a query of the library, or any query, of pages or of an endpoint.",
        description = {
            "%nWithout NAME it lists the library. Organisations and projects may be given in short,",
            "like organization/proaros; a level is office or parent.%n"
        },
        footer = {
            "%nExamples:",
            "  fondgraf query co-participation -p level=office -p min=2",
            "  fondgraf query partners-of -p organization=organization/proaros --format csv",
            "  fondgraf query my.rq --endpoint http://localhost:3030/sparql"
        })
final class QueryCommand implements Callable<Integer> {
    /** The sentence in a problem document. */
    private static final Pattern DETAIL = Pattern.compile("\"detail\"\\s*:\\s*\"([^\"]*)\"");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(
            paramLabel = "NAME-or-FILE.rq",
            arity = "0..1",
            description = "A query of the library, or a file with one.")
    private Optional<String> name = Optional.empty();

    @Option(names = "-p", paramLabel = "name=value", description = "A parameter of the query; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, tsv, json or ttl; default table, and ttl for CONSTRUCT and DESCRIBE.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "INPUT",
            description = "Files or folders with pages to ask; may be repeated; default the bundled pages.")
    private List<Path> inputs = List.of();

    @Option(names = "--endpoint", paramLabel = "URL", description = "Ask this SPARQL endpoint instead of pages.")
    private Optional<String> endpoint = Optional.empty();

    @Mixin
    private StoreOptions storing = new StoreOptions();

    @Mixin
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        try {
            if (name.isEmpty()) {
                list(command.commandLine().getOut());
                return 0;
            }
            LibraryQuery asked = find(name.get());
            Query query = asked.bind(parameters, options.iris().base());
            ResultFormat wanted = format.map(ResultFormat::of).orElseGet(() -> ResultFormat.defaultFor(query));
            wanted.requireFits(query);
            command.commandLine().getOut().print(answer(query, wanted));
            command.commandLine().getOut().flush();
            return 0;
        } catch (QueryRequestException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        } catch (QueryFileException | StoreException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void list(PrintWriter out) {
        for (LibraryQuery query : QueryLibrary.bundled().queries()) {
            out.printf("%-24s %s%n", query.name(), query.title().en());
            query.parameters()
                    .forEach(parameter -> out.printf(
                            "%26s-p %s=... %s%n",
                            "", parameter.name(), parameter.label().en()));
        }
        out.flush();
    }

    private static LibraryQuery find(String name) {
        if (!name.endsWith(".rq")) {
            return QueryLibrary.bundled().find(name);
        }
        try {
            return LibraryQuery.parse(name, Files.readString(Path.of(name)));
        } catch (IOException e) {
            throw OperatorException.of("the query " + name + " cannot be read", e);
        }
    }

    /** The whole answer; nothing is printed of one that fails half-way. */
    private String answer(Query query, ResultFormat wanted) {
        if (endpoint.isPresent()) {
            try (QueryExec execution = remote(query, endpoint.get())) {
                return written(execution, query, wanted);
            }
        }
        try (Store store = store();
                QueryExec execution = store.current().execute(query)) {
            return written(execution, query, wanted);
        }
    }

    private String written(QueryExec execution, Query query, ResultFormat wanted) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            new AnswerWriter(options.iris().base()).write(execution, query, wanted, answer);
        } catch (QueryExceptionHTTP e) {
            throw new OperatorException(failure(e), e);
        } catch (QueryCancelledException e) {
            throw new OperatorException("the query was stopped", e);
        } catch (QueryException | IOException e) {
            throw new OperatorException("the query failed: " + e.getMessage(), e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static String failure(QueryExceptionHTTP failure) {
        if (failure.getStatusCode() <= 0) {
            return "the endpoint cannot be reached";
        }
        String response = failure.getResponse();
        Matcher detail = DETAIL.matcher(response == null ? "" : response);
        return "the endpoint refused the query with status " + failure.getStatusCode()
                + (detail.find() ? ": " + Printable.of(detail.group(1)) : "");
    }

    private static QueryExec remote(Query query, String endpoint) {
        return QueryExecHTTP.service(endpoint).query(query).build();
    }

    /** The store to ask, filled. What is said about it goes where it does not mix with the answer. */
    private Store store() {
        PrintWriter err = command.commandLine().getErr();
        if (storing.isRemote()) {
            return storing.remote(options.iris().base());
        }
        if (storing.isGiven()) {
            return storing.filled(options, inputs, err, err);
        }
        MemoryStore store = new MemoryStore();
        new Run(options, err).load(store, InputOptions.inputsOrSeeds(inputs));
        return store;
    }
}
