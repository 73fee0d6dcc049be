package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * The tools that consumers come with ask the server the library's questions about the bundled pages, and get what we
 * get. {@code .ci/run} installs them; one that is missing is passed over with its reason, but not in continuous
 * integration.
 */
class RealClientsTest {
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final List<String> QUESTIONS =
            List.of("projects", "organizations", "co-participation", "funding-by-municipality", "partners-of");

    private static final MemoryStore STORE = new MemoryStore();
    private static final Server SERVER = new Server(STORE, ServerSettings.local(0));

    @BeforeAll
    static void serve() {
        new Run(new InputOptions(), new java.io.PrintWriter(java.io.Writer.nullWriter()))
                .load(STORE, List.of(Path.of("seeds")));
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static String endpoint() {
        return SERVER.address().resolve("sparql").toString();
    }

    static Stream<Arguments> scriptsAndQuestions() {
        return Stream.of(
                        List.of("node", "comunica.mjs"),
                        List.of("node", "fetch-sparql-endpoint.mjs"),
                        List.of("/usr/bin/python3", "sparqlwrapper.py"),
                        List.of("/usr/bin/python3", "rdflib-store.py"))
                .flatMap(script ->
                        QUESTIONS.stream().map(question -> Arguments.of(script.get(0), script.get(1), question)));
    }

    @ParameterizedTest
    @MethodSource("scriptsAndQuestions")
    void getsTheSameRows(String interpreter, String script, String question) throws Exception {
        assumeInstalled(interpreter);
        List<Map<String, String>> expected = expected(question);
        assertFalse(expected.isEmpty(), "a question with an answer");
        String answer = run(interpreter, script, endpoint(), "../../../queries/" + question + ".rq");
        List<Map<String, String>> rows = new JsonMapper().readValue(answer, new TypeReference<>() {});
        assertEquals(expected, rows.stream().map(RealClientsTest::plain).toList());
    }

    static Stream<String> questions() {
        return QUESTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void rdf4jGetsTheSameRows(String question) {
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        List<Map<String, String>> rows = new ArrayList<>();
        try (RepositoryConnection connection = repository.getConnection();
                TupleQueryResult result =
                        connection.prepareTupleQuery(query(question).text()).evaluate()) {
            for (BindingSet row : result) {
                Map<String, String> cells = new TreeMap<>();
                for (String name : row.getBindingNames()) {
                    Value value = row.getValue(name);
                    cells.put(name, value.stringValue());
                }
                rows.add(plain(cells));
            }
        } finally {
            repository.shutDown();
        }
        assertEquals(expected(question), rows);
    }

    /** Triples too, read by the client's own parser. */
    @Test
    void rdf4jReadsADescription() {
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        try (RepositoryConnection connection = repository.getConnection();
                var result = connection
                        .prepareGraphQuery("DESCRIBE <https://w3id.org/fondgraf/id/organization/proaros>")
                        .evaluate()) {
            assertFalse(result.stream().toList().isEmpty());
        } finally {
            repository.shutDown();
        }
    }

    private static LibraryQuery query(String name) {
        return QueryLibrary.bundled().find(name);
    }

    /** Our own rows, in order, as names and plain values. */
    private static List<Map<String, String>> expected(String question) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var execution = STORE.current()
                .execute(org.apache.jena.query.QueryFactory.create(
                        query(question).text()))) {
            execution.select().forEachRemaining(row -> {
                Map<String, String> cells = new TreeMap<>();
                row.forEach((variable, node) ->
                        cells.put(variable.getVarName(), node.isURI() ? node.getURI() : node.getLiteralLexicalForm()));
                rows.add(plain(cells));
            });
        }
        return rows;
    }

    /** Some clients read numbers as numbers; 14021387.0 and 14021387 are one. */
    private static Map<String, String> plain(Map<String, String> row) {
        Map<String, String> plain = new TreeMap<>();
        row.forEach((name, value) -> plain.put(
                name,
                value.matches("[0-9]+\\.[0-9]+")
                        ? new java.math.BigDecimal(value).stripTrailingZeros().toPlainString()
                        : value));
        return plain;
    }

    private static String run(String... command) throws Exception {
        Path complaints = Files.createTempFile("client", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(CLIENTS.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            process.getOutputStream().close();
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertEquals(0, process.waitFor(), Files.readString(complaints));
            return said;
        } finally {
            Files.delete(complaints);
        }
    }

    private static void assumeInstalled(String interpreter) {
        boolean installed = interpreter.equals("node")
                ? Files.isDirectory(CLIENTS.resolve("node_modules/@comunica"))
                : Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/SPARQLWrapper"));
        String remedy = interpreter.equals("node")
                ? "the clients in src/test/clients are missing: npm ci --prefix src/test/clients"
                : "rdflib and SPARQLWrapper are missing: apt install python3-rdflib python3-sparqlwrapper";
        if (!installed && "true".equals(System.getenv("CI"))) {
            Assertions.fail(remedy);
        }
        assumeTrue(installed, remedy);
    }
}
