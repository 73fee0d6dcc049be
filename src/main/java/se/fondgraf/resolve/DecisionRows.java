package se.fondgraf.resolve;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.place.PlaceRegister;

/** Reads the rows of a file of decisions, each by itself; rows without a decision are open questions and left out. */
final class DecisionRows {
    /** The header line; the last three columns are for the reader alone. */
    static final String[] COLUMNS = {
        "decision", "subject", "object", "who", "date", "reason", "name", "candidates", "rule"
    };

    private static final Pattern ORGANIZATION = Pattern.compile("organization/([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern MENTION = Pattern.compile("participation/([a-z0-9]+(?:-[a-z0-9]+)*)"
            + "/(?:owner|co-financier|partner|actor)/([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern MUNICIPALITY = Pattern.compile("municipality/(\\d{4})");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]@[^\\s@]");

    private final String base;
    private final PlaceRegister places;

    DecisionRows(String base, PlaceRegister places) {
        this.base = base;
        this.places = places;
    }

    List<Decision> read(CuratedFile file) {
        return file.rows().stream().flatMap(row -> read(row).stream()).toList();
    }

    private Optional<Decision> read(CuratedFile.Row row) {
        if (row.cell("decision").isEmpty()) {
            return Optional.empty();
        }
        Decision.Kind kind = kind(row);
        String subject = subject(row, kind);
        String object = kind == Decision.Kind.SEAT ? municipality(row) : organization(row, "object");
        if (kind == Decision.Kind.DIFFERENT && isOwn(subject, object)) {
            throw row.wrong("the object is the project's own body, which the mention becomes when it is told apart;"
                    + " say same and the body that is meant");
        }
        return Optional.of(new Decision(
                kind,
                subject,
                object,
                published(row, "who"),
                date(row),
                published(row, "reason"),
                row.file(),
                row.line()));
    }

    private static boolean isOwn(String subject, String object) {
        return Decision.isMention(subject) && object.endsWith("-of-" + subject.substring(0, subject.indexOf('/')));
    }

    private static Decision.Kind kind(CuratedFile.Row row) {
        String cell = row.cell("decision");
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(cell)) {
                return kind;
            }
        }
        throw row.wrong("unknown decision \"" + cell + "\"; known are same, different, parent and seat");
    }

    private static String filled(CuratedFile.Row row, String column) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            throw row.wrong("the column " + column + " is blank; a decision needs it");
        }
        return cell;
    }

    /** A cell that is published, where nobody's address belongs. */
    private static String published(CuratedFile.Row row, String column) {
        String cell = filled(row, column);
        if (ADDRESS.matcher(cell).find()) {
            throw row.wrong("the column " + column + " is published and must hold no e-mail address");
        }
        return cell;
    }

    private static LocalDate date(CuratedFile.Row row) {
        try {
            return LocalDate.parse(filled(row, "date"));
        } catch (DateTimeParseException e) {
            throw (CuratedFileException)
                    row.wrong("the date must be like 2025-03-31").initCause(e);
        }
    }

    private String subject(CuratedFile.Row row, Decision.Kind kind) {
        Matcher mention = MENTION.matcher(path(row, "subject"));
        if (mention.matches() && (kind == Decision.Kind.SAME || kind == Decision.Kind.DIFFERENT)) {
            return Decision.mention(mention.group(1), mention.group(2));
        } else if (mention.matches()) {
            throw row.wrong("the subject of " + row.cell("decision") + " must be organization/SLUG, not a mention");
        }
        return organization(row, "subject");
    }

    private String organization(CuratedFile.Row row, String column) {
        Matcher organization = ORGANIZATION.matcher(path(row, column));
        if (!organization.matches()) {
            throw row.wrong("the " + column + " must be organization/SLUG"
                    + (column.equals("subject") ? " or participation/PROJECT/ROLE/NAME" : "")
                    + ", or that as an IRI under " + base + "id/");
        }
        return organization.group(1);
    }

    private String municipality(CuratedFile.Row row) {
        Matcher municipality = MUNICIPALITY.matcher(path(row, "object"));
        if (!municipality.matches()) {
            throw row.wrong("the object of seat must be municipality/CODE, with four digits");
        }
        String code = municipality.group(1);
        if (places.municipalities().stream().noneMatch(place -> place.code().equals(code))) {
            throw row.wrong("there is no municipality " + code);
        }
        return code;
    }

    private String path(CuratedFile.Row row, String column) {
        String cell = filled(row, column);
        return cell.startsWith(base + "id/") ? cell.substring(base.length() + 3) : cell;
    }
}
