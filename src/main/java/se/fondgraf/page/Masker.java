package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Masks e-mail addresses, telephone numbers, personal identity numbers and the names of a page's contacts in any text
 * of that page. Masking twice is masking once.
 */
final class Masker {
    /** Stands for the whole value of a contact label. */
    static final String CONTACT = "[kontaktuppgift]";

    static final String NAME = "[namn]";
    static final String MAIL = "[e-post]";
    static final String PHONE = "[telefon]";
    static final String PERSON_NUMBER = "[personnummer]";

    /** Any mask. */
    static final Pattern MASKS = Pattern.compile("\\[(?:kontaktuppgift|namn|e-post|telefon|personnummer)\\]");

    private static final String BETWEEN_WORDS = "[\\s\\p{Z}\\uFEFF-]{1,20}";
    private static final String BETWEEN_DIGITS = "[\\s\\p{Z}()/.–-]{0,3}";
    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * What this page's contact data looks like elsewhere.
     *
     * @param key in lower case; a text without it needs no search, which keeps many rules on a long page cheap
     */
    private record Rule(String key, Pattern pattern, String mask) {}

    private final List<Rule> words = new ArrayList<>();
    /** Keys are digits, looked for in the text's digits alone. */
    private final List<Rule> numbers = new ArrayList<>();

    private final SplitNames splitNames;

    Masker(ContactDetails contact) {
        inOrder(contact.literals()).forEach(this::addLiteral);
        List<String> names = inOrder(contact.names());
        names.forEach(this::addName);
        contact.numbers().forEach(digits -> numbers.add(new Rule(digits, number(digits), PHONE)));
        contact.personNumbers().forEach(digits -> numbers.add(new Rule(digits, number(digits), PERSON_NUMBER)));
        splitNames = new SplitNames(names);
    }

    /** Longest first, so that no mask hides the start of a longer one. */
    private static List<String> inOrder(Collection<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The text with everything private masked; line ends are kept. */
    String mask(String text) {
        String masked = words.isEmpty() ? text : apply(words, text.toLowerCase(Locale.ROOT), text);
        masked = PrivatePatterns.mask(masked);
        return numbers.isEmpty() ? masked : apply(numbers, digitsOf(masked), masked);
    }

    private static String apply(List<Rule> rules, String keys, String text) {
        String masked = text;
        for (Rule rule : rules) {
            if (keys.contains(rule.key)) {
                masked = rule.pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(rule.mask));
            }
        }
        return masked;
    }

    /**
     * Masks names that begin at the end of one line and end at the start of the next; lines to be dropped stay as they
     * are.
     */
    void maskAcross(List<String> lines, Set<Integer> except) {
        splitNames.mask(lines, except);
    }

    private static String digitsOf(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private void addLiteral(String literal) {
        String[] parts = literal.split(" ");
        boolean mail = literal.indexOf('@') >= 0;
        String pattern =
                Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("[\\s\\p{Z}\\uFEFF]{1,20}"));
        words.add(new Rule(
                longest(parts),
                Pattern.compile(mail ? pattern : "(?<![\\p{L}\\d])" + pattern + "(?!\\d)", IGNORE_CASE),
                mail ? MAIL : CONTACT));
    }

    /** The name as written or last name first, with any spacing; also with a genitive s or as part of a longer name. */
    private void addName(String name) {
        String[] parts = name.split("[ ,]+");
        String pattern = IntStream.range(0, parts.length)
                .mapToObj(first -> first == 0
                        ? joined(parts, 0, parts.length)
                        : joined(parts, first, parts.length)
                                + "(?:" + BETWEEN_WORDS + "|[\\s\\p{Z}]{0,5},[\\s\\p{Z}]{0,5})"
                                + joined(parts, 0, first))
                .collect(Collectors.joining("|"));
        words.add(new Rule(longest(parts), Pattern.compile("(?<!\\p{L})(?:" + pattern + ")", IGNORE_CASE), NAME));
    }

    private static String joined(String[] words, int from, int to) {
        return Arrays.stream(words, from, to).map(Pattern::quote).collect(Collectors.joining(BETWEEN_WORDS));
    }

    private static String longest(String[] words) {
        return Arrays.stream(words)
                .max(Comparator.comparingInt(String::length))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** A number without area code may be written like an amount; what is followed by a unit is one. */
    private static Pattern number(String digits) {
        String spaced =
                digits.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(BETWEEN_DIGITS));
        return Pattern.compile(
                "(?<!\\d)\\+?" + spaced + "(?!\\d)"
                        + (digits.startsWith("0")
                                ? ""
                                : "(?![\\s\\p{Z}]?(?:kr\\b|kronor|sek\\b|%|procent|deltagare|personer))"),
                IGNORE_CASE);
    }
}
