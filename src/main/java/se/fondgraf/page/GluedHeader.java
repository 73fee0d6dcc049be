package se.fondgraf.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * Finds and takes apart a block in which each line is a label with its value glued to it
 * ({@code ProjektfasGenomförande}), layout A.
 */
final class GluedHeader {
    /** How far past a blank line the link that ends the block is looked for. */
    private static final int REACH = 40;
    /** A month or a season and its year, which is no day but was meant for one. */
    private static final Pattern TIME = Pattern.compile(
            "(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|vår|höst|sommar|vinter)\\p{Ll}{0,7}\\.? ?(?:19|20)\\d{2}");

    private static final int LONGEST_CONTACT = 80;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final Furniture furniture;
    private final List<String> lines;
    private final FieldList fields = new FieldList();
    private final List<Integer> surplus = new ArrayList<>();
    private final LabelAhead labelAhead;

    GluedHeader(LabelBook labels, PrivateLabels privateLabels, Furniture furniture, List<String> lines) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.furniture = furniture;
        this.lines = lines;
        this.labelAhead = new LabelAhead(lines, i -> isLanguageLink(i) || beginsField(i));
    }

    /** The first line of the first paragraph that holds two different labels with values. */
    OptionalInt find() {
        Set<Property> seen = new HashSet<>();
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (Spaces.isBlank(lines.get(i))) {
                seen.clear();
                first = -1;
                continue;
            }
            Optional<Field> field = labelled(i).filter(found -> !found.pieces().isEmpty());
            if (field.isPresent()) {
                first = first < 0 ? i : first;
                seen.add(field.get().label().orElseThrow().states());
                if (seen.size() == 2) {
                    return OptionalInt.of(first);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Reads the block that begins at that line. */
    Header parse(int first) {
        int i = first;
        while (i < lines.size()) {
            if (Spaces.isBlank(lines.get(i))) {
                int next = nextText(i);
                if (next >= lines.size() || !languageLinkFollows(next) || !beginsField(next)) {
                    return header(first, i, true);
                }
                i = next;
            } else if (isLanguageLink(i)) {
                return header(first, i, true);
            } else if (!take(i)) {
                return header(first, i, true);
            } else {
                i++;
            }
        }
        return header(first, i, false);
    }

    private Header header(int first, int end, boolean complete) {
        List<Field> all = fields.all();
        long colons = all.stream().filter(this::hasColon).count();
        return new Header(true, 2 * colons > all.size(), first, end, all, surplus, complete);
    }

    /** Whether it is written {@code Label: value}, all on one line, as some captures of later layouts are. */
    private boolean hasColon(Field field) {
        int end = Spaces.indent(lines.get(field.labelLine())) + field.written().length();
        return field.label().isPresent() && lines.get(field.labelLine()).startsWith(":", end);
    }

    /** Whether the line begins with a label, known or private. */
    boolean beginsField(int i) {
        return labelled(i).isPresent() || privateLabels.leads(lines.get(i));
    }

    /** Whether the line belongs to the block; if so it has been taken. */
    private boolean take(int i) {
        String line = lines.get(i);
        Optional<Field> field = labelled(i);
        if (isHeading(i)) {
            return false;
        } else if (field.isPresent()) {
            fields.add(field.get());
        } else if (privateLabels.leads(line) || Spaces.strip(line).equals(Masker.CONTACT)) {
            int value = Math.max(0, privateLabels.valueStart(line));
            fields.add(new Field(Optional.empty(), "", i, List.of(new Piece(i, value)), true));
        } else if (furniture.ofLine(line).isEmpty() && continuesLast(line)) {
            fields.addToLast(new Piece(i, Body.afterBullet(line)));
        } else if (labelAhead.from(i + 1)) {
            surplus.add(i);
        } else {
            return false;
        }
        return true;
    }

    /** The heading of a text, right below the block. */
    private boolean isHeading(int i) {
        return labels.named(lines.get(i))
                .filter(label -> label.states().form() == Property.Form.PROSE)
                .isPresent();
    }

    /** A list goes on with indented or bulleted lines alone: any other line may be a label nobody knows. */
    private boolean continuesLast(String line) {
        if (fields.isEmpty()) {
            return false;
        }
        Field last = fields.last();
        boolean entry = Spaces.indent(line) > 0 || Headings.isBullet(line);
        return fields.awaitsValue()
                || (last.isPrivate() && line.length() <= LONGEST_CONTACT)
                || (entry
                        && last.label().filter(label -> label.states().isList()).isPresent());
    }

    private Optional<Field> labelled(int i) {
        String line = lines.get(i);
        return labels.leading(line)
                .filter(found -> found.label().states().form() != Property.Form.PROSE)
                .filter(found -> gluesWell(line, found))
                .map(found -> {
                    int start = valueStart(line, found.end());
                    List<Piece> pieces = start < line.length() ? List.of(new Piece(i, start)) : List.of();
                    boolean isPrivate = found.label().states() == Property.CONTACT;
                    return new Field(Optional.of(found.label()), found.label().text(), i, pieces, isPrivate);
                });
    }

    /**
     * A small letter right after the label means another, longer word ({@code Regionen}), unless a name may begin so.
     */
    private boolean gluesWell(String line, LabelBook.Found found) {
        if (found.end() >= line.length() || !Character.isLowerCase(line.charAt(found.end()))) {
            return true;
        }
        return switch (found.label().states().form()) {
            case PRIVATE -> true;
            case BODY, WORDS -> !privateLabels.speaksOf(line);
            case PERIOD ->
                Days.period(line.substring(found.end())).isPresent()
                        || TIME.matcher(line.substring(found.end())).lookingAt();
            default -> false;
        };
    }

    private static int valueStart(String line, int end) {
        int start = end;
        if (start < line.length() && line.charAt(start) == ':') {
            start++;
        }
        while (start < line.length() && Spaces.isSpace(line.charAt(start))) {
            start++;
        }
        return start;
    }

    private boolean languageLinkFollows(int from) {
        for (int i = from; i < Math.min(lines.size(), from + REACH); i++) {
            if (isLanguageLink(i)) {
                return true;
            }
            if (labels.named(lines.get(i))
                    .filter(label -> label.states().isSection())
                    .isPresent()) {
                return false;
            }
        }
        return false;
    }

    private boolean isLanguageLink(int i) {
        return furniture.ofLine(lines.get(i)).filter("language-link"::equals).isPresent();
    }

    private int nextText(int from) {
        int i = from;
        while (i < lines.size() && Spaces.isBlank(lines.get(i))) {
            i++;
        }
        return i;
    }
}
