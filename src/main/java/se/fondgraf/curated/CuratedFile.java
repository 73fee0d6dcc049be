package se.fondgraf.curated;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file of facts with a header line, read whole. The column names and the number of cells in a row are checked.
 */
public final class CuratedFile {
    private final String name;
    private final List<Row> rows;

    private CuratedFile(String name, List<Row> rows) {
        this.name = name;
        this.rows = List.copyOf(rows);
    }

    /** One row: its line in the file, from 1, and its cells by column name, trimmed, empty where blank. */
    public record Row(String file, int line, Map<String, String> cells) {
        /** The cell of that column; empty text where blank. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The complaint that this row is wrong, to be thrown. */
        public CuratedFileException wrong(String reason) {
            return new CuratedFileException(file, line, reason);
        }
    }

    /**
     * Reads a bundled file, for example {@code labels.csv} of {@code ontology/}.
     *
     * @param columns the header line that the file must have
     * @throws CuratedFileException when it is missing or malformed
     */
    public static CuratedFile bundled(String name, String... columns) {
        String path = "/ontology/" + name;
        try (InputStream stream = CuratedFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new CuratedFileException("ontology/" + name, 0, "is missing");
            }
            return read("ontology/" + name, new InputStreamReader(stream, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new CuratedFileException("ontology/" + name, 0, "cannot be read");
        }
    }

    /** Reads CSV text; {@code name} is what complaints call it. */
    public static CuratedFile read(String name, Reader text, String... columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (MappingIterator<String[]> records =
                mapper.readerFor(String[].class).readValues(text)) {
            boolean header = true;
            while (records.hasNextValue()) {
                String[] cells = records.nextValue();
                int line = records.getCurrentLocation().getLineNr() - 1;
                if (header) {
                    header = false;
                    if (!List.of(cells).equals(List.of(columns))) {
                        throw new CuratedFileException(name, 1, "the header line must be " + String.join(",", columns));
                    }
                } else if (!(cells.length == 1 && cells[0].isBlank())) {
                    rows.add(row(name, rows.size() + 2, line, columns, cells));
                }
            }
        }
        return new CuratedFile(name, rows);
    }

    private static Row row(String name, int ordinal, int line, String[] columns, String[] cells) {
        int at = line > 0 ? line : ordinal;
        if (cells.length != columns.length) {
            throw new CuratedFileException(
                    name, at, "has " + cells.length + " cells where the header has " + columns.length);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            byName.put(columns[i], cells[i].strip());
        }
        return new Row(name, at, Map.copyOf(byName));
    }

    /** The file's name, as complaints give it. */
    public String name() {
        return name;
    }

    /** All rows, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }
}
