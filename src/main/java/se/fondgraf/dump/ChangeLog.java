package se.fondgraf.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import se.fondgraf.name.Printable;
import se.fondgraf.rdf.Fg;

/**
 * The changes as a person reads them, {@code CHANGES.md}: which projects and organizations came, went and changed, by
 * name and IRI, and which of their values. Holds no more than so many lines, whatever the size of the change.
 */
final class ChangeLog {
    /** Things told of each kind; the files of statements have all. */
    private static final int MOST_THINGS = 500;

    private static final int MOST_VALUES = 5;
    private static final int LONGEST = 80;

    private final String base;
    private final Map<Kind, Section> sections = new EnumMap<>(Kind.class);

    private enum Kind {
        PROJECT("Projects", Fg.Project.getURI()),
        ORGANIZATION("Organizations", ORG.Organization.getURI());

        private final String title;
        private final String type;

        Kind(String title, String type) {
            this.title = title;
            this.type = type;
        }
    }

    private static final class Section {
        private final Entries added = new Entries();
        private final Entries removed = new Entries();
        private final Entries changed = new Entries();
    }

    private static final class Entries {
        private final List<String> told = new ArrayList<>();
        private long count;

        void add(String entry) {
            count++;
            if (told.size() < MOST_THINGS) {
                told.add(entry);
            }
        }
    }

    ChangeLog(String base) {
        this.base = base;
        for (Kind kind : Kind.values()) {
            sections.put(kind, new Section());
        }
    }

    /** Takes the next thing, in the order of IRIs. */
    void add(ChangedThing thing) {
        sections.forEach((kind, section) -> {
            boolean was = thing.before().contains(kind.type);
            boolean is = thing.after().contains(kind.type);
            if (is && !was) {
                section.added.add(link(thing));
            } else if (was && !is) {
                section.removed.add(link(thing));
            } else if (is && thing.isChanged()) {
                section.changed.add(link(thing) + values(thing));
            }
        });
    }

    private static String link(ChangedThing thing) {
        return "- [" + escaped(thing.name()) + "](" + thing.iri() + ")\n";
    }

    private String values(ChangedThing thing) {
        StringBuilder lines = new StringBuilder();
        thing.changed().forEach((property, values) -> {
            lines.append("  - ").append(escaped(Terms.shortName(property))).append(": ");
            if (values.removed().size() == 1 && values.added().size() == 1) {
                lines.append(shown(values.removed().getFirst()))
                        .append(" → ")
                        .append(shown(values.added().getFirst()));
            } else {
                List<String> parts = new ArrayList<>();
                parts.addAll(each("came: ", values.added()));
                parts.addAll(each("went: ", values.removed()));
                lines.append(String.join("; ", parts));
            }
            lines.append('\n');
        });
        return lines.toString();
    }

    private List<String> each(String what, List<Node> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        String told = values.stream().limit(MOST_VALUES).map(this::shown).collect(Collectors.joining(", "));
        return List.of(
                what + told + (values.size() > MOST_VALUES ? " and " + (values.size() - MOST_VALUES) + " more" : ""));
    }

    private String shown(Node value) {
        if (value.isURI()) {
            String iri = value.getURI();
            return escaped(iri.startsWith(base + "id/") ? iri.substring(base.length() + 3) : Terms.shortName(iri));
        }
        return "“" + escaped(value.getLiteralLexicalForm()) + "”";
    }

    /** Cut, on one line, and without anything that Markdown or HTML would take for its own. */
    private static String escaped(String text) {
        String line = Printable.of(text.replace('\n', ' ').replace('\t', ' '));
        String cut = line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
        return cut.replaceAll("[\\\\`*_{}\\[\\]<>#|~!&]", "\\\\$0");
    }

    /** Writes it. */
    void writeTo(OutputStream out, String previous, String version, ChangeCounts counts) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# From ").append(previous).append(" to ").append(version).append("\n\n");
        text.append("Statements of the core: ").append(counts.core().added()).append(" came, ");
        text.append(counts.core().removed()).append(" went. Of all graphs: ");
        text.append(counts.all().added())
                .append(" came, ")
                .append(counts.all().removed())
                .append(" went.\n");
        if (!counts.classes().isEmpty()) {
            text.append("\n| class | came | went | changed |\n| --- | --- | --- | --- |\n");
            counts.classes()
                    .forEach((type, things) -> text.append("| ")
                            .append(escaped(Terms.shortName(type)))
                            .append(" | ")
                            .append(things.added())
                            .append(" | ")
                            .append(things.removed())
                            .append(" | ")
                            .append(things.changed())
                            .append(" |\n"));
        }
        sections.forEach((kind, section) -> {
            append(text, kind.title + " that came", section.added);
            append(text, kind.title + " that went", section.removed);
            append(text, kind.title + " that changed", section.changed);
        });
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, String title, Entries entries) {
        if (entries.count == 0) {
            return;
        }
        text.append("\n## ").append(title).append(" (").append(entries.count).append(")\n\n");
        entries.told.forEach(text::append);
        if (entries.count > entries.told.size()) {
            text.append("- and ").append(entries.count - entries.told.size());
            text.append(" more: see added.nt and removed.nt\n");
        }
    }
}
