package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The interchange form: what is written is read back the same, fits its schema, and brings nothing private in. */
class JsonPageTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final PageParser PARSER = PageParser.bundled();
    private static final JsonSchema SCHEMA = schema();

    private static final String PAGE = """
            2016/00999 - Ett projekt

            Projektnummer:
            2016/00999
            Projektägare:
            Granby kommun
            Kontaktperson:
            Ylva Testsson
            E-post:
            ylva@granby.example
            Projektperiod:
            2016-01-01 - 2018-12-31
            Beviljat ESF-stöd:
            1 234 567,50
            Programområde:
            2 Ökat utbud

            Sammanfattning

            En text om Ylva Testsson,
            i två rader.
            """;

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("ontology/records.schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String folder : List.of("seeds", "src/test/resources/pages", "src/test/resources/nasty")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(found -> found.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    try {
                        pages.add(Pages.parse(file));
                    } catch (RejectedPageException e) {
                        // No page, and told by other tests.
                    }
                }
            }
        }
        for (long seed = 0; seed < 300; seed++) {
            pages.add(Pages.parse(new PageGenerator(seed).page().text()).at("https://esf.example/" + seed));
        }
        assertTrue(pages.size() > 350);
        return pages.stream();
    }

    @Test
    void everyPageComesBackTheSame() throws Exception {
        for (Page page : pages().toList()) {
            byte[] written = JsonPage.of(page, "slug");
            assertEquals(page, PARSER.parseJson(written), page.text().text());
            assertArrayEquals(written, JsonPage.of(PARSER.parseJson(written), "slug"));
        }
    }

    @Test
    void everyPageThatARunKeepsComesBackTheSame() throws Exception {
        for (Page page : pages().toList()) {
            byte[] kept = KeptPage.of(page).bytes();
            assertEquals(page, KeptPage.read(kept), page.text().text());
            assertArrayEquals(kept, KeptPage.of(KeptPage.read(kept)).bytes());
        }
    }

    @Test
    void whatTheDataDependsOnIsAllThatIsKeptOfIt() throws Exception {
        Page page = Pages.parse(PAGE);
        byte[] statements = KeptPage.of(page).statements();
        assertArrayEquals(
                statements,
                KeptPage.of(new Page(page.record(), page.text(), page.uses(), List.of(new Notice(1, "no matter"))))
                        .statements());
        assertFalse(Arrays.equals(
                statements, KeptPage.of(page.at("https://esf.example/1")).statements()));
        assertFalse(Arrays.equals(
                statements,
                KeptPage.of(Pages.parse(PAGE.replace("1 234 567", "1 234 568"))).statements()));
    }

    @Test
    void everyPageFitsTheSchema() throws Exception {
        for (Page page : pages().toList()) {
            JsonNode json = MAPPER.readTree(JsonPage.of(page, "slug"));
            assertEquals(List.of(), List.copyOf(SCHEMA.validate(json)), () -> json.toString());
        }
    }

    @Test
    void theSchemaKnowsEveryPropertyAndNoOther() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        MAPPER.readTree(Path.of("ontology/records.schema.json").toFile())
                .at("/$defs/statement/properties/property/enum")
                .forEach(key -> keys.add(key.textValue()));
        TreeSet<String> expected = new TreeSet<>();
        Arrays.stream(Property.values())
                .filter(property -> property != Property.PERIOD && property != Property.CONTACT)
                .forEach(property -> expected.add(property.key()));
        assertEquals(expected, keys);
    }

    @Test
    void keysHaveAFixedOrderAndARunningTextNoCopy() throws Exception {
        String json = new String(JsonPage.of(Pages.parse(PAGE), "2016-00999"), StandardCharsets.UTF_8);
        assertTrue(json.startsWith(JsonPage.START + ",\"project\":\"2016-00999\",\"page\":\""), json);
        assertTrue(
                json.contains("{\"property\":\"grantedSupport\",\"value\":1234567.50,\"asWritten\":\"1 234 567,50\""));
        assertTrue(json.contains("{\"property\":\"summary\",\"lines\":[20,21],\"rank\":0}"), json);
        assertEquals(1, json.split("i två rader", -1).length - 1);
        assertFalse(json.contains("Testsson") || json.contains("ylva"), json);
    }

    /** What was done to a sound record, and what is said of it. */
    private static Arguments broken(String reason, boolean schemaSees, Consumer<ObjectNode> change) {
        return Arguments.of(reason, schemaSees, change);
    }

    private static ObjectNode statement(ObjectNode page, String property) {
        for (JsonNode statement : page.withArray("statements")) {
            if (statement.get("property").textValue().equals(property)) {
                return (ObjectNode) statement;
            }
        }
        throw new AssertionError(property);
    }

    private static void hash(ObjectNode page) {
        List<String> lines = new ArrayList<>();
        page.withArray("text").forEach(line -> lines.add(line.textValue()));
        page.put("sha256", new PublishedText(lines, true).sha256());
    }

    private static void line(ObjectNode page, int index, String text) {
        page.withArray("text").set(index, MAPPER.getNodeFactory().textNode(text));
        hash(page);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("form is not", true, page -> page.put("form", "fondgraf-page/9")),
                broken("sha256 is not that of the text", false, page -> page.put("sha256", "0".repeat(64))),
                broken("sha256 is not 64 hex digits", true, page -> page.put("sha256", "ABC")),
                broken("sha256 is not that of the text", false, page -> page.put("endsWithNewline", false)),
                broken("layout is none of A to F", true, page -> page.put("layout", "Z")),
                broken("text is missing", true, page -> page.remove("text")),
                broken("lines are not", true, page -> page.set("text", MAPPER.createArrayNode())),
                broken("a field that is not known: \"contact\"", true, page -> page.put("contact", "Ylva")),
                broken(
                        "a field that is not known: \"[e-post]\"",
                        true,
                        page -> page.put("ylva@granby.example", "Ylva")),
                broken("address is no http", true, page -> page.put("address", "javascript:alert(1)")),
                broken("address is no http", true, page -> page.put("address", "https://ylva@granby.example/")),
                broken("ownerDomain is no domain", true, page -> page.put("ownerDomain", "ylva@granby.example")),
                broken(
                        "property is none that a page states: \"contact\"",
                        true,
                        page -> statement(page, "owner").put("property", "contact")),
                broken(
                        "none that a page states",
                        true,
                        page -> statement(page, "owner").put("property", "period")),
                broken(
                        "value is missing",
                        true,
                        page -> statement(page, "owner").remove("value")),
                broken(
                        "asWritten belongs",
                        true,
                        page -> statement(page, "owner").remove("asWritten")),
                broken(
                        "value is not a text",
                        true,
                        page -> statement(page, "owner").put("value", 12)),
                broken(
                        "value is not a number",
                        true,
                        page -> statement(page, "grantedSupport").put("value", "12")),
                broken(
                        "a value that no grantedSupport has",
                        true,
                        page -> statement(page, "grantedSupport").put("value", -12)),
                broken(
                        "without exponent",
                        false,
                        page -> statement(page, "grantedSupport")
                                .put("value", new java.math.BigDecimal("1e999999999"))),
                broken("not a day", true, page -> statement(page, "startDate").put("value", "2016-02-30x")),
                broken("not a day", false, page -> statement(page, "startDate").put("value", "2016-02-30")),
                broken(
                        "a value that no programmeArea has",
                        true,
                        page -> statement(page, "programmeArea")
                                .withObject("value")
                                .put("notation", "../2")),
                broken(
                        "a value that no owner has",
                        false,
                        page -> statement(page, "owner").put("value", "Ekby")),
                broken(
                        "both a value and a reason",
                        true,
                        page -> statement(page, "owner").put("unreadable", "x")),
                broken("rank is not", true, page -> statement(page, "owner").put("rank", -1)),
                broken(
                        "lines are not",
                        true,
                        page -> statement(page, "owner")
                                .putArray("lines")
                                .add(0)
                                .add(1)),
                broken(
                        "lines are not",
                        false,
                        page -> statement(page, "owner")
                                .putArray("lines")
                                .add(1)
                                .add(99)),
                broken("neither a title nor a number", false, page -> {
                    ArrayNode left = MAPPER.createArrayNode();
                    page.withArray("statements").forEach(one -> {
                        if (!List.of("title", "identifier")
                                .contains(one.get("property").textValue())) {
                            left.add(one);
                        }
                    });
                    page.set("statements", left);
                }),
                broken(
                        "account is not of every line",
                        false,
                        page -> page.withArray("account")
                                .remove(page.withArray("account").size() - 1)),
                broken(
                        "kind is none of",
                        true,
                        page -> ((ObjectNode) page.withArray("account").get(0)).put("kind", "secret")),
                broken(
                        "no line of the text",
                        false,
                        page -> page.withArray("notices")
                                .addObject()
                                .put("line", 99)
                                .put("reason", "x")),
                // Contact data that somebody left in or put in.
                broken(
                        "text[5] holds contact data",
                        false,
                        page -> line(page, 5, "Granby kommun, ylva@granby.example")),
                broken("value holds an e-mail address", false, page -> line(page, 20, "Ring 070-123 45 67.")),
                broken("text[7] holds contact data", false, page -> line(page, 7, "Ylva Testsson")),
                broken("text[20] holds contact data", false, page -> line(page, 20, "Kontaktperson: Ylva Testsson")),
                broken(
                        "asWritten holds an e-mail address",
                        false,
                        page -> statement(page, "owner")
                                .put("value", "ylva@granby.example")
                                .put("asWritten", "ylva@granby.example")),
                broken(
                        "asWritten holds an e-mail address",
                        false,
                        page -> statement(page, "grantedSupport").put("asWritten", "ylva@granby.example")),
                broken(
                        "value holds an e-mail address",
                        false,
                        page -> statement(page, "summary").put("value", "Text.\nRing 070-123 45 67.")),
                broken(
                        "value holds an e-mail address",
                        false,
                        page -> statement(page, "programmeArea")
                                .withObject("value")
                                .put("words", "850709-9805")),
                broken(
                        "reason holds an e-mail address",
                        false,
                        page -> page.withArray("notices").addObject().put("reason", "se ylva@granby.example")),
                broken(
                        "the account holds an e-mail address",
                        false,
                        page -> ((ObjectNode) page.withArray("account").get(0)).put("detail", "ylva@granby.example")),
                // Characters that could steer or break something.
                broken("a character that no text of a page has", false, page -> line(page, 20, "a\u0007b")),
                broken("a character that no text of a page has", true, page -> line(page, 20, "a\nb")),
                broken("a character that no text of a page has", false, page -> line(page, 20, "a\u2028b")),
                broken("normal form NFC", false, page -> line(page, 20, "a\u030A")),
                broken(
                        "no message of one line",
                        false,
                        page -> page.withArray("notices").addObject().put("reason", "\u202Ex")),
                broken("no project page", false, page -> {
                    for (int i = 0; i < page.withArray("text").size(); i++) {
                        line(page, i, "Hej.");
                    }
                }));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("broken")
    void whatIsBrokenIsRefused(String reason, boolean schemaSees, Consumer<ObjectNode> change) throws Exception {
        ObjectNode page = (ObjectNode) MAPPER.readTree(JsonPage.of(Pages.parse(PAGE), "2016-00999"));
        change.accept(page);
        byte[] bytes = MAPPER.writeValueAsBytes(page);
        RejectedPageException refused = assertThrows(RejectedPageException.class, () -> PARSER.parseJson(bytes));
        String expected = reason.equals("no project page") ? "not a project page" : reason;
        assertTrue(refused.reason().contains(expected), refused.reason());
        assertFalse(refused.reason().contains("ylva"), refused.reason());
        assertEquals(schemaSees, !SCHEMA.validate(page).isEmpty(), "the schema");
    }

    @Test
    void whatIsNoJsonIsRefusedWithoutRepeatingIt() {
        String sound = new String(JsonPage.of(Pages.parse(PAGE), "x"), StandardCharsets.UTF_8);
        for (String text : List.of(
                "",
                "ylva@granby.example",
                "{\"form\":ylva@granby.example}",
                "[]",
                "null",
                "12",
                sound + "{}",
                sound.substring(0, sound.length() - 1),
                sound.replaceFirst("\\{", "{\"layout\":\"C\","),
                "[".repeat(10_000),
                sound.replace("1234567.50", "1".repeat(5000)),
                sound.replace("Granby kommun", "\\ud800"))) {
            RejectedPageException refused = assertThrows(
                    RejectedPageException.class, () -> PARSER.parseJson(text.getBytes(StandardCharsets.UTF_8)), text);
            assertFalse(refused.reason().contains("ylva"), refused.reason());
        }
    }
}
