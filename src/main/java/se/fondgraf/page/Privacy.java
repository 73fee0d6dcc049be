package se.fondgraf.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.fondgraf.name.Spaces;

/**
 * Takes contact data out of a page before any value is read: whole values of contact labels, and every trace of them
 * elsewhere.
 */
final class Privacy {
    private static final Pattern LABELLED = Pattern.compile("(?U)\\W{0,20}+([^:]{2,40}):[\\s\\u00A0]*(\\S.*)");
    /** Two to four words with capitals. */
    private static final Pattern FULL_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}'-]{0,30}\\.?(?: (?:(?:von|af|de|van|der) )?\\p{Lu}[\\p{L}'-]{0,30}\\.?){1,3}");

    private static final Pattern TWO_CAPITALS = Pattern.compile("\\p{Lu}[\\p{L}'-]{0,30}\\s\\p{Lu}\\p{L}");

    private static final int LONGEST_LABELLED = 150;
    private static final int LONGEST_BARE_NAME = 20;
    private static final int LONGEST_CONTACT = 80;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_LINES_BELOW = 6;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final List<String> lines;
    private final Outline outline;
    private final ContactDetails details;
    /** By line index: where the private part begins. */
    private final Map<Integer, Integer> dropped = new HashMap<>();
    /** Indexes of lines whose value is a number that was read. */
    private final Set<Integer> numeric = new HashSet<>();
    /** By line index: where a glued value begins, so that a label is never taken for part of an address. */
    private final Map<Integer, Integer> valueStarts = new HashMap<>();

    /**
     * A page without its contact data.
     *
     * @param lines as many as before
     * @param dropped indexes of lines that held contact data
     * @param domain of the contact's e-mail address
     */
    record Protected(List<String> lines, Set<Integer> dropped, Optional<String> domain) {}

    private Privacy(
            LabelBook labels, PrivateLabels privateLabels, OfficeWords offices, List<String> lines, Outline outline) {
        this.details = new ContactDetails(offices);
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.lines = lines;
        this.outline = outline;
    }

    /**
     * Takes it out.
     *
     * @param contacts what is known to be contact data, wherever it stands
     * @throws RejectedPageException when there is more contact data than any page has
     */
    static Protected protect(
            LabelBook labels,
            PrivateLabels privateLabels,
            OfficeWords offices,
            List<String> lines,
            Outline outline,
            List<String> contacts)
            throws RejectedPageException {
        Privacy privacy = new Privacy(labels, privateLabels, offices, lines, outline);
        privacy.gatherFields();
        privacy.gatherText();
        contacts.forEach(privacy.details::add);
        if (privacy.details.isTooMuch()) {
            throw new RejectedPageException(0, "hundreds of contacts; no page of one project has so many");
        }
        return privacy.masked();
    }

    private void gatherFields() {
        for (Field field : outline.header().fields()) {
            for (Piece piece : field.pieces()) {
                String value = piece.in(lines);
                if (isPlainNumber(field, value)) {
                    numeric.add(piece.line());
                }
                if (field.label().isPresent()) {
                    valueStarts.put(piece.line(), piece.from());
                }
                if (field.isPrivate()) {
                    details.add(value);
                    dropped.put(piece.line(), piece.from());
                } else if (field.states(Property.OWNER_NUMBER) && OrganizationNumbers.isPersonal(value)) {
                    details.addPersonNumber(value);
                    dropped.put(piece.line(), piece.from());
                }
            }
            if (field.isPrivate() && field.label().isEmpty()) {
                dropped.put(field.labelLine(), 0);
            }
        }
    }

    /** A sum, a day, a company's number: what reads as one is no contact data, whatever digits it has. */
    private static boolean isPlainNumber(Field field, String value) {
        return field.label()
                .map(LabelBook.Label::states)
                .filter(Privacy::isNumeric)
                .filter(property -> ValueReader.read(property, "", Spaces.strip(value)).stream()
                        .noneMatch(read -> read.value() instanceof Value.Unreadable))
                .isPresent();
    }

    /** Whether its values are written in digits. */
    static boolean isNumeric(Property property) {
        return switch (property.form()) {
            case AMOUNT, COUNT, PERCENT, PERIOD, DAY, ORGANIZATION_NUMBER, YEARS -> true;
            default -> false;
        };
    }

    /** Contact data that stands outside the label block, or under a label that nobody knows, labelled all the same. */
    private void gatherText() {
        NavigableSet<Integer> text = new TreeSet<>(outline.strays());
        for (Section section : outline.sections()) {
            switch (section) {
                case Section.Prose prose ->
                    IntStream.range(prose.first(), prose.end()).forEach(text::add);
                case Section.Entries list ->
                    list.items().forEach(item -> item.forEach(piece -> text.add(piece.line())));
            }
        }
        for (Field field : outline.header().fields()) {
            if (field.label().isEmpty()) {
                field.pieces().forEach(piece -> text.add(piece.line()));
            }
        }
        for (int i : text) {
            if (!dropped.containsKey(i)) {
                gatherLine(i);
            }
        }
    }

    private void gatherLine(int i) {
        String line = lines.get(i);
        int value = privateValue(line);
        if (value >= 0) {
            drop(i, value);
        } else if (isLabelAlone(line)) {
            gatherBelow(i);
        }
    }

    private boolean isLabelAlone(String line) {
        if (line.length() > LONGEST_CONTACT) {
            return false;
        }
        Optional<LabelBook.Label> label = labels.named(line);
        return label.isPresent()
                ? label.get().states() == Property.CONTACT
                : line.length() <= LONGEST_LABEL && privateLabels.speaksOf(line);
    }

    /**
     * The value of a label that has its line to itself: the next line, or after a blank one what looks like contact.
     */
    private void gatherBelow(int label) {
        int next = label + 1;
        if (next < lines.size() && Spaces.isBlank(lines.get(next))) {
            next++;
        }
        if (next >= lines.size()
                || lines.get(next).length() > LONGEST_CONTACT
                || labels.named(lines.get(next)).isPresent()) {
            return;
        }
        boolean known = labels.named(lines.get(label)).isPresent();
        if ((known && next == label + 1) || looksPrivate(lines.get(next))) {
            drop(next, Spaces.indent(lines.get(next)));
            dropRest(next + 1);
        }
    }

    /** Below a contact, its address line by line: short lines up to a blank one, another label or a sentence. */
    private void dropRest(int from) {
        int end = Math.min(lines.size(), from + MOST_LINES_BELOW);
        for (int i = from; i < end; i++) {
            String line = Spaces.strip(lines.get(i));
            if (line.isEmpty()
                    || line.length() > LONGEST_CONTACT
                    || line.endsWith(".")
                    || labels.leading(line).isPresent()) {
                return;
            }
            if (!dropped.containsKey(i)) {
                drop(i, Spaces.indent(lines.get(i)));
            }
        }
    }

    /** Where the value of a private label begins on this line, or -1. */
    private int privateValue(String line) {
        boolean mayBeLabelled = line.length() <= LONGEST_LABELLED && line.indexOf(':') >= 0;
        Matcher labelled = LABELLED.matcher(mayBeLabelled ? line : "");
        if (labelled.matches() && labelled.group(2).length() <= LONGEST_CONTACT) {
            Optional<LabelBook.Label> known = labels.named(labelled.group(1));
            boolean contact = known.isPresent()
                    ? known.get().states() == Property.CONTACT
                    : privateLabels.speaksOf(labelled.group(1)) && mayBePrivate(labelled.group(2));
            if (contact) {
                return labelled.start(2);
            }
        }
        Optional<LabelBook.Found> known =
                labels.leading(line).filter(found -> found.label().states() == Property.CONTACT);
        int value = known.isPresent() ? known.get().end() : privateLabels.valueStart(line);
        if (value < 0 || value >= line.length() || line.length() - value > LONGEST_CONTACT) {
            return -1;
        }
        boolean glued = known.isPresent()
                && (Character.isUpperCase(line.charAt(value)) || Character.isDigit(line.charAt(value)));
        return glued || looksPrivate(line.substring(value)) ? value : -1;
    }

    /** A name and nothing else, or an address or number and nothing else. */
    private static boolean looksPrivate(String text) {
        String plain = Spaces.collapse(text);
        return FULL_NAME.matcher(plain).matches()
                || (plain.length() <= LONGEST_CONTACT && isMaskedWhole(PrivatePatterns.mask("tel " + plain)));
    }

    /** Running text has colons too: what follows one is contact data if it is short or has a name or number in it. */
    private static boolean mayBePrivate(String text) {
        return text.length() <= LONGEST_BARE_NAME
                || TWO_CAPITALS.matcher(text).find()
                || !PrivatePatterns.mask("tel " + text).equals("tel " + text);
    }

    private static boolean isMaskedWhole(String masked) {
        return Masker.MASKS.matcher(masked).find()
                && ValueReader.saysNothing(
                        Masker.MASKS.matcher(masked).replaceAll("").substring("tel ".length()));
    }

    private void drop(int line, int from) {
        if (!Spaces.isBlank(lines.get(line))) {
            details.add(lines.get(line).substring(from));
            dropped.put(line, from);
        }
    }

    /** Where the part of a line begins that may hold private data: behind its label. */
    private int start(int line) {
        return dropped.containsKey(line) ? 0 : valueStarts.getOrDefault(line, 0);
    }

    /** Where that part ends: at what is dropped; before it began when the value is a number. */
    private int end(int line, String text) {
        if (dropped.containsKey(line)) {
            return dropped.get(line);
        }
        return numeric.contains(line) ? start(line) : text.length();
    }

    private Protected masked() {
        Masker masker = new Masker(details);
        List<String> whole = new ArrayList<>(lines);
        masker.maskAcross(whole, dropped.keySet());
        List<String> open = IntStream.range(0, lines.size())
                .mapToObj(i -> whole.get(i).substring(start(i), end(i, whole.get(i))))
                .toList();
        masker.narrowTo(open);
        List<String> masked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = whole.get(i);
            String rest = dropped.containsKey(i) ? Masker.CONTACT : line.substring(end(i, line));
            masked.add(line.substring(0, start(i)) + masker.mask(open.get(i)) + rest);
        }
        return new Protected(masked, new HashSet<>(dropped.keySet()), details.domain());
    }
}
