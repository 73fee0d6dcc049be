package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fondgraf.rdf.Iris;

/** Data that no page of today has: names that attack, links that mislead, bodies in thousands of projects. */
class HostileDocumentsTest {
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z!/][^>]*)>");
    private static final Pattern ISLAND =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    static List<String> attacks() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "--><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "]]><svg onload=alert(1)>",
                "</title><body onload=alert(1)>",
                "</bdi></td></table><iframe src=//evil.example>",
                "a\nb\r\nSet-Cookie: x=y",
                "\u202egro.elpmaxe",
                "\u2066\u2067 name",
                "&lt;script&gt; &amp; &#60;b&#62;",
                "{{7*7}} ${7*7} #{7*7}",
                "javascript:alert(1)");
    }

    private static Node body(String name) {
        return NodeFactory.createURI(Iris.DEFAULT_BASE + "id/organization/" + name);
    }

    private static void name(StreamRDF out, Node body, String name) {
        Node label = NodeFactory.createLiteralLang(name, "sv");
        out.triple(Triple.create(body, RDF.Nodes.type, ORG.Organization.asNode()));
        out.triple(Triple.create(body, RDFS.Nodes.label, label));
        out.triple(Triple.create(body, SKOS.prefLabel.asNode(), label));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void namesStayText(String attack) throws Exception {
        try (Published server = Published.statements(out -> {
            name(out, body("x"), attack);
            name(out, body("y"), "y");
            out.triple(Triple.create(body("x"), SKOS.altLabel.asNode(), NodeFactory.createLiteralLang(attack, "en")));
            out.triple(Triple.create(body("x"), ORG.linkedTo.asNode(), body("y")));
            out.triple(Triple.create(body("y"), ORG.linkedTo.asNode(), body("x")));
            out.triple(Triple.create(body("x"), Terms.fg("call"), NodeFactory.createLiteralString(attack)));
        })) {
            for (String path : List.of("/doc/organization/x", "/doc/organization/y")) {
                HttpResponse<String> answer = server.get(path, "Accept", "text/html");
                assertEquals(200, answer.statusCode());
                assertInert(answer.body());
            }
            Matcher island = ISLAND.matcher(
                    server.get("/doc/organization/x", "Accept", "text/html").body());
            assertTrue(island.find());
            JsonNode json = new JsonMapper().readTree(island.group(1));
            assertTrue(json.findValuesAsText("sv").contains(attack), "the data itself is whole: " + json);
            for (String extension : List.of("ttl", "nt", "jsonld", "rdf")) {
                Lang lang = org.apache.jena.riot.RDFLanguages.filenameToLang("x." + extension);
                Graph graph = Published.parsed(
                        server.get("/doc/organization/x." + extension).body(), lang);
                assertTrue(
                        graph.contains(body("x"), RDFS.Nodes.label, NodeFactory.createLiteralLang(attack, "sv")),
                        extension);
            }
        }
    }

    /** Only elements that we write, no handler, no script but the data, no character that turns the writing. */
    private static void assertInert(String html) {
        String outside = ISLAND.matcher(html).replaceFirst("");
        assertEquals(1, ISLAND.matcher(html).results().count());
        TAG.matcher(outside).results().forEach(tag -> {
            String text = tag.group(1).toLowerCase(java.util.Locale.ROOT);
            assertFalse(text.matches("/?(script|img|iframe|svg|object|embed|base|style).*"), tag.group());
            String attributesOnly = text.replaceAll("\"[^\"]*\"", "\"\"");
            assertFalse(attributesOnly.matches(".*\\s(on\\w+|style|autofocus)\\b.*"), tag.group());
            assertFalse(text.contains("href=\"javascript:"), tag.group());
            assertFalse(text.contains("href=\"//"), tag.group());
        });
        assertFalse(html.chars().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)));
    }

    @Test
    void linksLeadToTheWebOrNowhere() throws Exception {
        List<String> bad = List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "urn:x:y");
        try (Published server = Published.statements(out -> {
            name(out, body("x"), "x");
            bad.forEach(iri -> out.triple(Triple.create(body("x"), OWL.sameAs.asNode(), NodeFactory.createURI(iri))));
            out.triple(Triple.create(
                    body("x"), OWL.sameAs.asNode(), NodeFactory.createURI("http://www.wikidata.org/entity/Q1")));
            out.triple(Triple.create(
                    body("x"), RDF.Nodes.type, NodeFactory.createURI("https://evil.example/a>,<x>;rel=\"y")));
        })) {
            HttpResponse<String> answer = server.get("/doc/organization/x", "Accept", "text/html");
            bad.forEach(iri -> assertFalse(answer.body().contains("href=\"" + iri), iri));
            assertTrue(
                    answer.body().contains("<a href=\"http://www.wikidata.org/entity/Q1\" rel=\"noopener nofollow\">"));
            assertFalse(Published.header(answer, "Link").contains("evil"));
        }
    }

    @Test
    void aMergedThingNamesItsSuccessor() throws Exception {
        try (Published server = Published.statements(out -> {
            name(out, body("new"), "Nya");
            out.triple(Triple.create(
                    body("old"), OWL.deprecated.asNode(), NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
            out.triple(Triple.create(body("old"), DCTerms.isReplacedBy.asNode(), body("new")));
        })) {
            assertEquals(303, server.get("/id/organization/old").statusCode());
            HttpResponse<String> answer = server.get("/doc/organization/old.ttl");
            assertEquals(200, answer.statusCode());
            assertTrue(Published.header(answer, "Link").contains("</id/organization/new>; rel=\"successor-version\""));
            assertTrue(Published.parsed(answer.body(), Lang.TURTLE)
                    .contains(body("old"), DCTerms.isReplacedBy.asNode(), body("new")));
            assertTrue(Published.parsed(answer.body(), Lang.TURTLE)
                    .contains(
                            body("old"),
                            OWL.deprecated.asNode(),
                            NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
            String page = server.get("/doc/organization/old.html", "Accept-Language", "sv")
                    .body();
            assertTrue(page.contains("Nu gäller <a href=\"/id/organization/new\"><bdi>Nya</bdi></a>"), page);
        }
    }

    /** An answer is whole or says what it does not hold. */
    @Test
    void whatIsTooMuchIsSaid() throws Exception {
        int many = Descriptions.LIMIT + 23;
        try (Published server = Published.statements(out -> {
            name(out, body("x"), "x");
            for (int i = 0; i < many; i++) {
                Node participation =
                        NodeFactory.createURI(Iris.DEFAULT_BASE + "id/participation/p%04d/partner/x".formatted(i));
                out.triple(Triple.create(participation, RDF.Nodes.type, Terms.PARTICIPATION_CLASS));
                out.triple(Triple.create(participation, Terms.ORGANIZATION, body("x")));
                out.triple(Triple.create(participation, Terms.NAME_AS_WRITTEN, NodeFactory.createLiteralString("X")));
            }
        })) {
            Graph graph = Published.parsed(server.get("/doc/organization/x.nt").body(), Lang.NTRIPLES);
            assertEquals(
                    Descriptions.LIMIT,
                    graph.find(Node.ANY, Terms.ORGANIZATION, body("x")).toList().size());
            assertEquals(
                    Descriptions.LIMIT,
                    graph.find(Node.ANY, Terms.NAME_AS_WRITTEN, Node.ANY)
                            .toList()
                            .size());
            Node document = NodeFactory.createURI(Iris.DEFAULT_BASE + "doc/organization/x");
            String comment = graph.find(document, RDFS.Nodes.comment, Node.ANY)
                    .next()
                    .getObject()
                    .getLiteralLexicalForm();
            assertTrue(comment.contains("%d of the %d links".formatted(Descriptions.LIMIT, many)), comment);
            String all = graph.find(document, RDFS.Nodes.seeAlso, Node.ANY)
                    .next()
                    .getObject()
                    .getURI();
            assertTrue(all.startsWith(server.address().toString()), all);
            HttpResponse<String> csv =
                    server.get(all.substring(server.address().toString().length() - 1), "Accept", "text/csv");
            assertEquals(many + 1, csv.body().lines().count(), "the query gives all");
            String page = server.get("/doc/organization/x.html", "Accept-Language", "sv")
                    .body();
            assertTrue(page.contains("Här står %d av %d.".formatted(Descriptions.LIMIT, many)), "the page says so too");
        }
    }

    @Test
    void aBaseMovesThingsAndNeitherCodesNorTheOntology() throws Exception {
        String base = "https://data.example.org/esf/";
        try (Published server = Published.pages(base, java.nio.file.Path.of("seeds"))) {
            Graph body =
                    Published.parsed(server.follow("/id/organization/proaros").body(), Lang.TURTLE);
            assertTrue(
                    body.contains(NodeFactory.createURI(base + "id/organization/proaros"), RDFS.Nodes.label, Node.ANY));
            Graph role = Published.parsed(server.follow("/code/role/owner").body(), Lang.TURTLE);
            assertTrue(role.contains(
                    NodeFactory.createURI("https://w3id.org/fondgraf/code/role/owner"), RDFS.Nodes.label, Node.ANY));
            assertEquals(200, server.get("/ontology").statusCode());
            String page = server.follow("/id/organization/proaros", "Accept", "text/html")
                    .body();
            assertTrue(page.contains("href=\"/code/organization-kind/unknown\""), page);
            assertTrue(page.contains("href=\"/id/project/jobbpunktvaest-653fa775\""), page);
        }
    }
}
