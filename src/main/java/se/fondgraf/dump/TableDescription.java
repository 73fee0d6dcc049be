package se.fondgraf.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;

/**
 * What the tables' columns mean, {@code csv-metadata.json}, as W3C's CSV on the Web has it, and how cells are kept from
 * being taken for formulas.
 */
final class TableDescription {
    static final String NAME = "csv-metadata.json";

    private static final String GUARD_EN =
            "In the columns of free text (those with dc:format \"guarded\") a value that begins"
                    + " with = + - @ or an apostrophe has one apostrophe before it, so that no spreadsheet takes it for a formula."
                    + " Take one apostrophe from the beginning of such a cell to have the value exactly.";
    private static final String GUARD_SV =
            "I kolumner med fri text (de med dc:format \"guarded\") har ett värde som börjar"
                    + " med = + - @ eller apostrof en apostrof framför sig, så att inget kalkylark tar det för en formel. Ta bort en"
                    + " apostrof i början av en sådan cell för att få värdet exakt.";

    private TableDescription() {}

    static void writeTo(OutputStream out, List<Table> tables) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("@context", "http://www.w3.org/ns/csvw");
        texts(json.putArray("dc:description"), GUARD_SV, GUARD_EN);
        json.putObject("dialect")
                .put("encoding", "utf-8")
                .put("header", true)
                .putArray("lineTerminators")
                .add("\r\n");
        ArrayNode all = json.putArray("tables");
        tables.forEach(table -> describe(table, all.addObject()));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        mapper.writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, json);
        out.write('\n');
    }

    private static void describe(Table table, ObjectNode json) {
        json.put("url", table.name());
        texts(json.putArray("dc:title"), table.sv(), table.en());
        ObjectNode schema = json.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        table.columns().forEach(column -> describe(column, columns.addObject()));
        ArrayNode keys = schema.putArray("primaryKey");
        table.columns().subList(0, table.keys()).forEach(column -> keys.add(column.name()));
        if (!table.references().isEmpty()) {
            ArrayNode references = schema.putArray("foreignKeys");
            new TreeMap<>(table.references())
                    .forEach((column, other) -> references
                            .addObject()
                            .put("columnReference", column)
                            .putObject("reference")
                            .put("resource", other)
                            .put(
                                    "columnReference",
                                    other.equals(table.name())
                                            ? table.columns().getFirst().name()
                                            : key(other)));
        }
    }

    /** The key of each table is called after one of its things. */
    private static String key(String table) {
        return switch (table) {
            case "projects.csv" -> "project";
            case "organizations.csv" -> "organization";
            default -> throw new IllegalArgumentException(table);
        };
    }

    private static void describe(Column column, ObjectNode json) {
        json.put("name", column.name());
        json.put("titles", column.name());
        texts(json.putArray("dc:description"), column.sv(), column.en());
        json.put("datatype", column.kind().datatype());
        if (column.kind().isList()) {
            json.put("separator", Column.SEPARATOR);
        }
        if (column.kind().isFree()) {
            json.put("dc:format", "guarded");
        }
    }

    private static void texts(ArrayNode array, String sv, String en) {
        array.addObject().put("@value", sv).put("@language", "sv");
        array.addObject().put("@value", en).put("@language", "en");
    }
}
