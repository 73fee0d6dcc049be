package se.fondgraf.convert;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.fondgraf.input.Rejection;
import se.fondgraf.input.Repeated;
import se.fondgraf.page.LineUse;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;

/**
 * The report of a run as JSON: for each input what became of every line, then pairs of captures a person should look
 * at, then totals. Inputs come in the order of their names. Holds no contact data and no text of dropped lines.
 */
public final class Report implements AutoCloseable {
    private final JsonGenerator json;
    private final Map<LineUse.Kind, Long> totals = new EnumMap<>(LineUse.Kind.class);
    private long pages;
    private long rejected;
    private long lines;
    private long notices;

    /** Begins a report; the stream is closed with it. */
    public Report(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        json.writeStartObject();
        json.writeArrayFieldStart("inputs");
    }

    /** A report that nobody reads. */
    public static Report none() {
        try {
            return new Report(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Rejection rejection) {
        rejected++;
        write(() -> {
            json.writeStartObject();
            json.writeStringField("input", rejection.input());
            json.writeStringField("status", "rejected");
            if (rejection.line() > 0) {
                json.writeNumberField("line", rejection.line());
            }
            json.writeStringField("reason", rejection.reason());
            json.writeEndObject();
        });
    }

    void add(Repeated repeated) {
        write(() -> {
            json.writeStartObject();
            json.writeStringField("input", repeated.input());
            json.writeStringField("status", "repeated");
            json.writeStringField("reason", "is the same file as " + repeated.read() + ", and read once");
            json.writeEndObject();
        });
    }

    void add(String input, Capture capture, Page page) {
        pages++;
        lines += page.uses().size();
        notices += page.notices().size();
        write(() -> {
            json.writeStartObject();
            json.writeStringField("input", input);
            json.writeStringField("status", "read");
            json.writeStringField("project", capture.project().slug());
            json.writeStringField("page", page.record().page8());
            json.writeStringField("layout", capture.layout().name());
            json.writeNumberField("lines", page.uses().size());
            writeCounts(count(page.uses()));
            json.writeArrayFieldStart("account");
            writeAccount(page.uses());
            json.writeEndArray();
            json.writeArrayFieldStart("notices");
            for (Notice notice : page.notices()) {
                json.writeStartObject();
                if (notice.line() > 0) {
                    json.writeNumberField("line", notice.line());
                }
                json.writeStringField("reason", notice.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private Map<LineUse.Kind, Long> count(List<LineUse> uses) {
        Map<LineUse.Kind, Long> counts = new EnumMap<>(LineUse.Kind.class);
        for (LineUse use : uses) {
            counts.merge(use.kind(), 1L, Long::sum);
            totals.merge(use.kind(), 1L, Long::sum);
        }
        return counts;
    }

    private void writeCounts(Map<LineUse.Kind, Long> counts) throws IOException {
        json.writeObjectFieldStart("counts");
        for (LineUse.Kind kind : LineUse.Kind.values()) {
            json.writeNumberField(name(kind), counts.getOrDefault(kind, 0L));
        }
        json.writeEndObject();
    }

    /** One row for a run of lines with the same use. */
    private void writeAccount(List<LineUse> uses) throws IOException {
        for (LineUse.Run run : LineUse.runs(uses)) {
            json.writeStartObject();
            json.writeStringField("lines", run.lines().toString());
            json.writeStringField("kind", name(run.use().kind()));
            json.writeStringField("detail", run.use().detail());
            json.writeEndObject();
        }
    }

    private static String name(LineUse.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Ends the list of inputs and gives the pairs of captures that may be one project. */
    void pairs(List<String[]> pairs) {
        write(() -> {
            json.writeEndArray();
            json.writeArrayFieldStart("perhapsOneProject");
            for (String[] pair : pairs) {
                json.writeStartObject();
                json.writeStringField("numbered", pair[0]);
                json.writeStringField("unnumbered", pair[1]);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Ends the report with its totals. */
    void totals(long projects, long organizations) {
        write(() -> {
            json.writeObjectFieldStart("totals");
            json.writeNumberField("read", pages);
            json.writeNumberField("rejected", rejected);
            json.writeNumberField("projects", projects);
            json.writeNumberField("organizations", organizations);
            json.writeNumberField("lines", lines);
            writeCounts(totals);
            json.writeNumberField("notices", notices);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        });
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new ConversionException("the report cannot be written: " + e.getMessage(), e);
        }
    }
}
