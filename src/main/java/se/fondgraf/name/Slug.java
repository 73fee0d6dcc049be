package se.fondgraf.name;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The readable part of an IRI, of {@code a-z}, {@code 0-9} and single hyphens only.
 *
 * <p>Swedish letters are spelt out (å aa, ä ae, ö oe), because folding them would make Habo and Håbo one; other letters
 * lose their marks or are dropped; {@code &} is read "och"; all else becomes a hyphen. Where letters were dropped, or a
 * long slug was cut, six hex digits of the {@link Hash} of the text keep different texts apart.
 */
public final class Slug {
    private static final int LONGEST = 80;
    private static final int LONGEST_TITLE = 60;

    private Slug() {}

    /**
     * The slug of a text: at most 80 characters before the digits of its hash; the whole hash when nothing readable is
     * left.
     */
    public static String of(String text) {
        Folded folded = fold(text);
        if (folded.slug.isEmpty()) {
            return Hash.of(text);
        }
        String cut = cut(folded.slug, LONGEST);
        boolean marked = folded.dropped || cut.length() < folded.slug.length();
        return marked ? cut + "-" + Hash.of(text).substring(0, 6) : cut;
    }

    /**
     * The slug of something known by its title and other facts: at most 60 characters of the title, then eight digits
     * of the facts' hash.
     *
     * @param facts the title first
     */
    public static String ofTitle(String title, String... facts) {
        String readable = cut(fold(title).slug, LONGEST_TITLE);
        String hash = Hash.of(facts).substring(0, 8);
        return readable.isEmpty() ? hash : readable + "-" + hash;
    }

    private record Folded(String slug, boolean dropped) {}

    private static Folded fold(String text) {
        String lower = Composed.of(text).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length() + 8);
        boolean dropped = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case 'å' -> out.append("aa");
                case 'ä' -> out.append("ae");
                case 'ö' -> out.append("oe");
                case '&' -> out.append("-och-");
                default -> dropped |= !append(c, out);
            }
        }
        return new Folded(hyphens(out), dropped);
    }

    /** Appends what stands for the character; false when it is a letter for which nothing does. */
    private static boolean append(int c, StringBuilder out) {
        if (isReadable(c)) {
            out.appendCodePoint(c);
        } else if (Character.isLetter(c)) {
            int before = out.length();
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT)
                    .codePoints()
                    .filter(Slug::isReadable)
                    .forEach(out::appendCodePoint);
            return out.length() > before;
        } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append('-');
        }
        return true;
    }

    private static boolean isReadable(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Single hyphens, and none at the ends. */
    private static String hyphens(StringBuilder text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' || (!out.isEmpty() && out.charAt(out.length() - 1) != '-')) {
                out.append(c);
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** The longest part that ends before a hyphen, if any does. */
    private static String cut(String slug, int longest) {
        if (slug.length() <= longest) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', longest);
        return slug.substring(0, hyphen > 0 ? hyphen : longest);
    }
}
