package se.fondgraf.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * Takes contact data out of a page before any value is read: whole values of contact labels, and every trace of them
 * elsewhere.
 */
final class Privacy {
    private static final Pattern LABELLED = Pattern.compile("(?U)\\W*([^:]{2,40}):[\\s\\u00A0]*(\\S.*)");
    private static final int LONGEST_CONTACT = 80;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final List<String> lines;
    private final Outline outline;
    private final ContactDetails details = new ContactDetails();
    /** By line index: where the private part begins. */
    private final Map<Integer, Integer> dropped = new HashMap<>();
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

    private Privacy(LabelBook labels, PrivateLabels privateLabels, List<String> lines, Outline outline) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.lines = lines;
        this.outline = outline;
    }

    static Protected protect(LabelBook labels, PrivateLabels privateLabels, List<String> lines, Outline outline) {
        Privacy privacy = new Privacy(labels, privateLabels, lines, outline);
        privacy.gatherFields();
        privacy.gatherText();
        return privacy.masked();
    }

    private void gatherFields() {
        for (Field field : outline.header().fields()) {
            for (Piece piece : field.pieces()) {
                String value = piece.in(lines);
                valueStarts.put(piece.line(), piece.from());
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

    /** Contact data that stands outside the label block, labelled all the same. */
    private void gatherText() {
        List<Integer> text = new ArrayList<>(outline.strays());
        for (Section section : outline.sections()) {
            if (section instanceof Section.Prose prose) {
                for (int i = prose.first(); i < prose.end(); i++) {
                    text.add(i);
                }
            }
        }
        for (int i : text) {
            gatherLine(i);
        }
    }

    private void gatherLine(int i) {
        String line = lines.get(i);
        Optional<LabelBook.Label> whole = line.length() > LONGEST_CONTACT ? Optional.empty() : labels.named(line);
        if (whole.filter(label -> label.states() == Property.CONTACT).isPresent()) {
            int next = i + 1;
            if (next < lines.size()
                    && lines.get(next).length() <= LONGEST_CONTACT
                    && labels.named(lines.get(next)).isEmpty()) {
                drop(next, Spaces.indent(lines.get(next)));
            }
            return;
        }
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches()
                && labelled.group(2).length() <= LONGEST_CONTACT
                && (labels.named(labelled.group(1))
                                .filter(label -> label.states() == Property.CONTACT)
                                .isPresent()
                        || privateLabels.speaksOf(labelled.group(1)))) {
            drop(i, labelled.start(2));
            return;
        }
        labels.leading(line)
                .filter(found ->
                        found.label().states() == Property.CONTACT && line.length() <= LONGEST_CONTACT + found.end())
                .filter(found -> found.end() < line.length()
                        && (Character.isUpperCase(line.charAt(found.end()))
                                || Character.isDigit(line.charAt(found.end()))))
                .ifPresent(found -> drop(i, found.end()));
    }

    private void drop(int line, int from) {
        if (!Spaces.isBlank(lines.get(line))) {
            details.add(lines.get(line).substring(from));
            dropped.put(line, from);
        }
    }

    private Protected masked() {
        Masker masker = new Masker(details);
        List<String> masked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Integer from = dropped.get(i);
            int start = valueStarts.getOrDefault(i, 0);
            masked.add(
                    from != null
                            ? line.substring(0, from) + Masker.CONTACT
                            : line.substring(0, start) + masker.mask(line.substring(start)));
        }
        return new Protected(masked, new HashSet<>(dropped.keySet()), details.domain());
    }
}
