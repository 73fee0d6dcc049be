package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.name.Hash;
import se.fondgraf.rdf.Iris;

/** Every IRI of the data can be followed. */
class DereferencingTest {
    private static final String BODY = "organization/proaros";
    private static final String PROJECT = "project/spektra-2-9d85d20f";
    private static final Map<String, Lang> LANGS =
            Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML);

    private static Published server;

    @BeforeAll
    static void start() {
        server = Published.seeds();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Node id(String name) {
        return NodeFactory.createURI(Iris.DEFAULT_BASE + "id/" + name);
    }

    @Test
    void aThingLeadsToItsDocument() throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = server.send(method, "/id/" + BODY + "?lang=en");
            assertEquals(303, answer.statusCode());
            assertEquals("/doc/" + BODY + "?lang=en", Published.header(answer, "Location"));
            assertEquals("Accept, Accept-Language", Published.header(answer, "Vary"));
            assertTrue(Published.header(answer, "Link").contains("</doc/" + BODY + ">; rel=\"describedby\""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | text/turtle | ttl",
                "*/* | text/turtle | ttl",
                "text/turtle | text/turtle | ttl",
                "application/n-triples | application/n-triples | nt",
                "application/ld+json | application/ld+json | jsonld",
                "application/json | application/ld+json | jsonld",
                "application/rdf+xml | application/rdf+xml | rdf",
                "text/html | text/html | html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html | html",
                "text/turtle;q=0.3, application/rdf+xml;q=0.8 | application/rdf+xml | rdf",
                "text/*;q=0.5, application/ld+json;q=0.6 | application/ld+json | jsonld",
                "text/turtle;q=0, */* | application/ld+json | jsonld",
            })
    void theClientChoosesTheFormat(String accept, String type, String extension) throws Exception {
        HttpResponse<String> answer =
                accept == null ? server.get("/doc/" + BODY) : server.get("/doc/" + BODY, "Accept", accept);
        assertEquals(200, answer.statusCode());
        assertEquals(type, Published.type(answer));
        assertEquals("/doc/" + BODY + "." + extension, Published.header(answer, "Content-Location"));
        assertTrue(Published.header(answer, "Vary").startsWith("Accept, Accept-Language"));
    }

    @Test
    void aPageLeadsToItsDataAndSaysWhatItIs() throws Exception {
        HttpResponse<String> page = server.get("/doc/" + BODY, "Accept", "text/html");
        LANGS.forEach((extension, lang) -> {
            String element = "<link rel=\"alternate\" type=\"%s\" href=\"/doc/%s.%s\">"
                    .formatted(lang.getContentType().getContentTypeStr(), BODY, extension);
            assertTrue(page.body().contains(element), element);
        });
        assertTrue(page.body().contains("<script type=\"application/ld+json\">"), "data in the page");
        String links = Published.header(page, "Link");
        for (String link : List.of(
                "<http://www.w3.org/ns/org#Organization>; rel=\"type\"",
                "<https://schema.org/AboutPage>; rel=\"type\"",
                "</dataset>; rel=\"collection\"",
                "</doc/" + BODY + ".ttl>; rel=\"describedby\"; type=\"text/turtle\"")) {
            assertTrue(links.contains(link), link + " in " + links);
        }
    }

    @Test
    void whoIsAskedForIsNeverBelieved() throws Exception {
        for (String path : List.of("/id/" + BODY, "/doc/" + BODY, "/doc/" + BODY + ".html", "/code/role/owner")) {
            String answer = server.raw(
                    path, "Host: evil.example", "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example");
            assertTrue(answer.matches("(?s)HTTP/1.1 (200|303) .*"), answer);
            assertFalse(answer.contains("evil.example"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/sparql-results+json", "text/csv, */*;q=0"})
    void whatCannotBeWrittenIsRefused(String accept) throws Exception {
        assertEquals(406, server.get("/doc/" + BODY, "Accept", accept).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "ttl,text/turtle",
        "nt,application/n-triples",
        "jsonld,application/ld+json",
        "rdf,application/rdf+xml",
        "html,text/html"
    })
    void anExtensionNeedsNoAccept(String extension, String type) throws Exception {
        HttpResponse<String> answer = server.get("/doc/" + BODY + "." + extension, "Accept", "image/png");
        assertEquals(200, answer.statusCode());
        assertEquals(type, Published.type(answer));
        String link = Published.header(answer, "Link");
        LANGS.keySet().stream()
                .filter(other -> !other.equals(extension))
                .forEach(other ->
                        assertTrue(link.contains("</doc/" + BODY + "." + other + ">; rel=\"alternate\"; type="), link));
        assertTrue(link.contains("<" + id(BODY).getURI() + ">; rel=\"cite-as\""), link);
        assertTrue(link.contains("<http://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\""), link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                PROJECT,
                "municipality/1980",
                "programme/2007-2013",
                "code/role/owner",
                "code/role",
                "graph/provenance",
                "participation/spektra-2-9d85d20f/co-financier/proaros"
            })
    void everyFormatHoldsTheSameTriples(String name) throws Exception {
        Graph turtle = Published.parsed(server.get("/doc/" + name + ".ttl").body(), Lang.TURTLE);
        assertTrue(turtle.size() > 5, name);
        for (Map.Entry<String, Lang> format : LANGS.entrySet()) {
            String text = server.get("/doc/" + name + "." + format.getKey()).body();
            assertTrue(turtle.isIsomorphicWith(Published.parsed(text, format.getValue())), name + format.getKey());
        }
        assertFalse(turtle.stream().anyMatch(triple -> triple.getObject().isBlank()), "no blank nodes");
    }

    @Test
    void aDocumentSaysWhatItIs() throws Exception {
        Graph graph = Published.parsed(server.get("/doc/" + BODY + ".nt").body(), Lang.NTRIPLES);
        Node document = NodeFactory.createURI(Iris.DEFAULT_BASE + "doc/" + BODY);
        assertTrue(graph.contains(document, FOAF.primaryTopic.asNode(), id(BODY)));
        assertTrue(graph.contains(
                document,
                DCTerms.license.asNode(),
                NodeFactory.createURI("http://creativecommons.org/publicdomain/zero/1.0/")));
        assertTrue(graph.contains(document, VOID.inDataset.asNode(), Node.ANY));
    }

    @Test
    void aBodyHasItsParticipationsAndAProjectItsClaimsAndDecisions() throws Exception {
        Graph body = Published.parsed(server.get("/doc/" + BODY + ".nt").body(), Lang.NTRIPLES);
        assertEquals(
                2, body.find(Node.ANY, Terms.ORGANIZATION, id(BODY)).toList().size());
        assertEquals(2, body.find(Node.ANY, Terms.ROLE, Node.ANY).toList().size());
        Graph project = Published.parsed(server.get("/doc/" + PROJECT + ".nt").body(), Lang.NTRIPLES);
        assertTrue(project.find(Node.ANY, Terms.ABOUT, id(PROJECT)).toList().size() > 10);
        assertTrue(project.contains(Node.ANY, Terms.EVIDENCE, Node.ANY));
    }

    /** Subjects and objects of every graph, all that is under the base. */
    @Test
    void everyIriOfTheDataCanBeFollowed() throws Exception {
        SortedSet<String> paths = new TreeSet<>();
        server.store.current().dataset().find().forEachRemaining(quad -> {
            for (Node node : List.of(quad.getSubject(), quad.getObject(), quad.getGraph())) {
                if (node.isURI() && node.getURI().startsWith(Iris.DEFAULT_BASE)) {
                    paths.add(node.getURI().replaceFirst("#.*", "").substring(Iris.DEFAULT_BASE.length() - 1));
                }
            }
        });
        assertTrue(paths.size() > 500, "things, places, codes, claims: " + paths.size());
        for (String path : paths) {
            HttpResponse<String> answer = server.follow(path, "Accept", "application/n-triples, text/plain;q=0.5");
            HttpResponse<String> whole =
                    answer.statusCode() == 303 ? server.get(Published.header(answer, "Location")) : answer;
            assertEquals(200, whole.statusCode(), path);
            // The endpoint describes itself by the address that it is reached at.
            assertTrue(
                    path.equals("/sparql") || whole.body().contains("<" + Iris.DEFAULT_BASE + path.substring(1) + ">"),
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/organization/nobody",
                "/doc/organization/nobody",
                "/doc/organization/nobody.ttl",
                "/doc/organization/proaros.ttl.ttl",
                "/doc/organization/proaros.xml",
                "/doc/organization/ProAros",
                "/ID/organization/proaros",
                "/doc/organization/proaros/",
                "/id/organization/proaros/",
                "/doc/",
                "/id/",
                "/doc",
                "/doc/organization",
                "/doc//organization/proaros",
                "/id//evil.example",
                "//evil.example/id/organization/proaros",
                "/id/\\evil.example",
                "/id/https://evil.example/",
                "/doc/organization%2Fproaros",
                "/doc/organization/%2e%2e/organization/proaros",
                "/doc/organization/../organization/proaros",
                "/doc/organization/./proaros",
                "/doc/organization/proaros%00",
                "/doc/organization/proaros;x=y",
                "/doc/organization/proaros%0d%0aX:y",
                "/page/spektra-2-9d85d20f/00000000",
                "/page/spektra-2-9d85d20f",
                "/page/../../etc/passwd",
                "/code/role/nobody",
                "/graph/nothing",
                "/ontology/9.9.9",
                "/ontology/",
            })
    void whatThereIsNotIsNotFound(String path) throws Exception {
        String answer = server.raw(path);
        assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), answer);
        assertFalse(answer.contains("\r\nLocation:"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void longPathsAreNotFound() throws Exception {
        assertTrue(server.raw("/doc/organization/" + "a".repeat(5_000)).startsWith("HTTP/1.1 404"));
        assertTrue(server.raw("/doc/" + "a/".repeat(5_000) + "a").startsWith("HTTP/1.1 404"));
    }

    @Test
    void peopleGetAPageForWhatIsNotThere() throws Exception {
        HttpResponse<String> answer = server.get("/id/organization/nobody", "Accept", "text/html");
        assertEquals(404, answer.statusCode());
        assertEquals("text/html", Published.type(answer));
    }

    @Test
    void whoHasItAlreadyGetsNothing() throws Exception {
        for (String extension : List.of("ttl", "nt", "jsonld", "rdf", "html")) {
            HttpResponse<String> first = server.get("/doc/" + BODY + "." + extension);
            String tag = Published.header(first, "ETag");
            HttpResponse<String> second = server.get("/doc/" + BODY + "." + extension, "If-None-Match", tag);
            assertEquals(304, second.statusCode());
            assertEquals("", second.body());
            assertEquals(
                    first.body(), server.get("/doc/" + BODY + "." + extension).body());
        }
    }

    @Test
    void headSaysWhatGetSays() throws Exception {
        HttpResponse<String> get = server.get("/doc/" + BODY + ".ttl");
        HttpResponse<String> head = server.send("HEAD", "/doc/" + BODY + ".ttl");
        assertAll(
                () -> assertEquals(200, head.statusCode()),
                () -> assertEquals("", head.body()),
                () -> assertEquals(Published.header(get, "ETag"), Published.header(head, "ETag")),
                () -> assertEquals(Published.header(get, "Content-Length"), Published.header(head, "Content-Length")),
                () -> assertEquals(
                        405, server.send("PUT", "/doc/" + BODY + ".ttl").statusCode()));
    }

    @Test
    void aPageIsItsText() throws Exception {
        Graph data = Published.parsed(server.get("/doc/" + PROJECT + ".nt").body(), Lang.NTRIPLES);
        String page = data.find(id(PROJECT), DCTerms.source.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList()
                .getFirst()
                .substring(Iris.DEFAULT_BASE.length() - 1);
        HttpResponse<String> text = server.get(page);
        assertEquals(
                "text/plain;charset=utf-8",
                Published.header(text, "Content-Type").replace(" ", ""));
        assertEquals(
                Hash.ofBytes(text.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 8),
                page.replaceFirst(".*/", ""));
        assertTrue(text.body().lines().toList().get(114).endsWith("proAros"), text.body());
        HttpResponse<String> html = server.get(page, "Accept", "text/html");
        assertTrue(html.body().contains("<li id=\"L115\"><a href=\"#L115\">115</a><span"), "lines count from 1");
        assertEquals(303, server.get(page, "Accept", "text/turtle").statusCode());
        assertEquals(200, server.follow(page, "Accept", "text/turtle").statusCode());
        assertEquals(200, server.get(page + ".txt").statusCode());
    }

    @Test
    void theOntologyIsAtItsIri() throws Exception {
        Graph turtle = Published.parsed(server.get("/ontology").body(), Lang.TURTLE);
        Node ontology = NodeFactory.createURI("https://w3id.org/fondgraf/ontology");
        String version = turtle.find(ontology, org.apache.jena.vocabulary.OWL.versionIRI.asNode(), Node.ANY)
                .next()
                .getObject()
                .getURI()
                .substring(Iris.DEFAULT_BASE.length() - 1);
        for (String path : List.of("/ontology", version)) {
            for (Map.Entry<String, Lang> format : LANGS.entrySet()) {
                String type = format.getValue().getContentType().getContentTypeStr();
                HttpResponse<String> answer = server.get(path, "Accept", type);
                assertEquals(200, answer.statusCode(), path);
                assertEquals(type, Published.type(answer));
                assertTrue(turtle.isIsomorphicWith(Published.parsed(answer.body(), format.getValue())), type);
                assertEquals(
                        answer.body(), server.get(path + "." + format.getKey()).body());
            }
            String page = server.get(path, "Accept", "text/html").body();
            turtle.find(Node.ANY, org.apache.jena.vocabulary.RDFS.Nodes.isDefinedBy, ontology)
                    .forEach(triple -> assertTrue(
                            page.contains("id=\"" + triple.getSubject().getLocalName() + "\""),
                            triple.getSubject().getURI()));
        }
    }

    @Test
    void shapesAndContextHaveAddresses() throws Exception {
        assertTrue(Published.parsed(server.follow("/ontology/shapes").body(), Lang.TURTLE)
                        .size()
                > 100);
        HttpResponse<String> context = server.get("/ontology/context.jsonld");
        assertEquals("application/ld+json", Published.type(context));
        assertTrue(context.body().contains("\"@context\""));
    }

    @Test
    void theStartPageLeadsIn() throws Exception {
        String page =
                server.get("/", "Accept", "text/html", "Accept-Language", "en").body();
        assertTrue(page.contains("<strong>5</strong>projects"), page);
        assertTrue(page.contains("href=\"/id/region/SE12\""), page);
    }
}
