package se.fondgraf.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * A table of all things of one class, in the order of their IRIs.
 *
 * @param name of the file
 * @param type class of its things
 * @param columns the first of which are the key
 * @param keys how many columns the key has
 * @param references columns that name things of other tables: column to table
 */
record Table(
        String name, Node type, String sv, String en, List<Column> columns, int keys, Map<String, String> references) {

    /** Writes it as CSV (UTF-8, RFC 4180), and returns how many rows it has. */
    long writeTo(OutputStream out, Iterator<Thing> things) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
        writer.write(columns.stream().map(Column::name).collect(Collectors.joining(",")));
        writer.write("\r\n");
        long rows = 0;
        while (things.hasNext()) {
            Thing thing = things.next();
            if (thing.is(type)) {
                writer.write(columns.stream().map(column -> column.cell(thing)).collect(Collectors.joining(",")));
                writer.write("\r\n");
                rows++;
            }
        }
        writer.flush();
        return rows;
    }
}
