package se.fondgraf.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** What single lines of a block of label lines and value lines look like. */
final class LabelLines {
    private static final Pattern UNKNOWN_LABEL = Pattern.compile("\\S.{0,58}:");
    private static final Pattern SENTENCE = Pattern.compile("(?:\\S{1,60} ){5}");
    private static final int LONGEST_PRIVATE_LABEL = 40;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final List<String> lines;
    private final boolean colons;

    /** @param colons whether labels end in a colon */
    LabelLines(LabelBook labels, PrivateLabels privateLabels, List<String> lines, boolean colons) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.lines = lines;
        this.colons = colons;
    }

    int count() {
        return lines.size();
    }

    String line(int i) {
        return lines.get(i);
    }

    Optional<LabelBook.Label> known(int i) {
        return labels.named(lines.get(i));
    }

    /** A known label, written as labels of this block are. */
    boolean isLabel(int i) {
        return known(i).isPresent() && (hasColon(i) || !colons);
    }

    boolean hasColon(int i) {
        return Spaces.strip(lines.get(i)).endsWith(":");
    }

    /** Whether it has the shape of a label, known or not. */
    boolean looksLikeLabel(int i) {
        return colons && UNKNOWN_LABEL.matcher(Spaces.strip(lines.get(i))).matches();
    }

    /** In a block without colons: a label that nobody knows but for what it speaks of. */
    boolean looksLikePrivateLabel(int i) {
        String line = Spaces.strip(lines.get(i));
        return !colons
                && line.length() <= LONGEST_PRIVATE_LABEL
                && line.indexOf('@') < 0
                && !Character.isDigit(line.charAt(line.length() - 1))
                && privateLabels.speaksOf(line)
                && !isBlankOrEnd(i + 1);
    }

    boolean isMask(int i) {
        return Spaces.strip(lines.get(i)).equals(Masker.CONTACT);
    }

    /** Running text that follows the block without a blank line. */
    boolean isSentence(int i) {
        String line = Spaces.strip(lines.get(i));
        return line.endsWith(".") && SENTENCE.matcher(line).lookingAt();
    }

    boolean isBlankOrEnd(int i) {
        return i >= lines.size() || Spaces.isBlank(lines.get(i));
    }

    /** The first line from there on that is not blank, or the number of lines. */
    int nextText(int from) {
        int i = from;
        while (i < lines.size() && Spaces.isBlank(lines.get(i))) {
            i++;
        }
        return i;
    }
}
