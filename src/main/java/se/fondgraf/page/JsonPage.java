package se.fondgraf.page;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A read page as one JSON object on one line: the interchange form, described by {@code ontology/records.schema.json}.
 * Everything that a conversion needs is in it and no contact data. Keys have a fixed order, so that the same page gives
 * the same bytes.
 */
public final class JsonPage {
    /** With what every line begins, so that a file of pages is known by its content. */
    public static final String START = "{\"form\":\"" + JsonPage.FORM + "\"";

    /** Longer lines are no pages, in bytes: the longest page with every character escaped would be shorter. */
    public static final int LONGEST = 64 << 20;

    static final String FORM = "fondgraf-page/1";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonPage() {}

    /**
     * Writes a page.
     *
     * @param project the slug of its project, for readers who join pages with the data; it is not read back
     * @return UTF-8, without a line end
     */
    public static byte[] of(Page page, String project) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(1 << 14);
                JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("form", FORM);
            json.writeStringField("project", project);
            writeRecord(json, page.record(), page.text());
            writeText(json, page.text());
            writeAccount(json, page.uses());
            writeNotices(json, page.notices());
            json.writeEndObject();
            json.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRecord(JsonGenerator json, ProjectRecord record, PublishedText text) throws IOException {
        json.writeStringField("page", record.page8());
        json.writeStringField("layout", record.layout().name());
        json.writeStringField("sha256", record.sha256());
        writeOptional(json, "address", record.address());
        writeOptional(json, "ownerDomain", record.ownerDomain());
        json.writeArrayFieldStart("statements");
        for (Statement statement : record.statements()) {
            writeStatement(json, statement, text.lines());
        }
        json.writeEndArray();
    }

    private static void writeOptional(JsonGenerator json, String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    private static void writeStatement(JsonGenerator json, Statement statement, List<String> text) throws IOException {
        json.writeStartObject();
        json.writeStringField("property", statement.property().key());
        writeValue(json, statement, text);
        if (!statement.asWritten().isEmpty()) {
            json.writeStringField("asWritten", statement.asWritten());
        }
        writeLines(json, statement.lines());
        json.writeNumberField("rank", statement.rank());
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Statement statement, List<String> text) throws IOException {
        switch (statement.value()) {
            case Value.Words words -> json.writeStringField("value", words.text());
            case Value.Quantity quantity -> json.writeNumberField("value", quantity.number());
            case Value.Day day -> json.writeStringField("value", day.day().toString());
            case Value.Truth truth -> json.writeBooleanField("value", truth.truth());
            case Value.Theme theme -> {
                json.writeObjectFieldStart("value");
                json.writeStringField("theme", theme.theme());
                json.writeBooleanField("applies", theme.applies());
                json.writeEndObject();
            }
            case Value.Code code -> {
                json.writeObjectFieldStart("value");
                json.writeStringField("notation", code.notation());
                writeOptional(json, "words", code.words());
                json.writeEndObject();
            }
            case Value.Name name -> json.writeStringField("value", name.name());
            case Value.OrganizationNumber number -> json.writeStringField("value", number.number());
            case Value.Prose prose -> {
                if (!prose.text().equals(statement.lines().prose(text))) {
                    json.writeStringField("value", prose.text());
                }
            }
            case Value.Unreadable unreadable -> json.writeStringField("unreadable", unreadable.reason());
        }
    }

    private static void writeLines(JsonGenerator json, Lines lines) throws IOException {
        json.writeArrayFieldStart("lines");
        json.writeNumber(lines.first());
        json.writeNumber(lines.last());
        json.writeEndArray();
    }

    private static void writeText(JsonGenerator json, PublishedText text) throws IOException {
        json.writeArrayFieldStart("text");
        for (String line : text.lines()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeBooleanField("endsWithNewline", text.endsWithNewline());
    }

    private static void writeAccount(JsonGenerator json, List<LineUse> uses) throws IOException {
        json.writeArrayFieldStart("account");
        for (LineUse.Run run : LineUse.runs(uses)) {
            json.writeStartObject();
            writeLines(json, run.lines());
            json.writeStringField("kind", run.use().kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("detail", run.use().detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNotices(JsonGenerator json, List<Notice> notices) throws IOException {
        json.writeArrayFieldStart("notices");
        for (Notice notice : notices) {
            json.writeStartObject();
            if (notice.line() > 0) {
                json.writeNumberField("line", notice.line());
            }
            json.writeStringField("reason", notice.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
