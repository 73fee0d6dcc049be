package se.fondgraf.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    private static final String BETWEEN_WORDS = "[\\s\\p{Z}\\p{Cf}‐‑-]{1,20}+";
    private static final String BETWEEN_DIGITS = "[\\s\\p{Z}()/.–-]{0,3}";
    /** Soft hyphens, zero-width spaces and their kin, which nobody sees, between two letters. */
    private static final String UNSEEN = "\\p{Cf}{0,3}+";
    /** Up to two names or initials between the first and the last. */
    private static final String MIDDLE = "(?:" + BETWEEN_WORDS
            + "(?:(?:von|af|de|van|der)(?!\\p{L})|(?-i:\\p{Lu})[\\p{L}\\p{Cf}'’-]{0,30}+\\.?+)){0,2}" + BETWEEN_WORDS;
    /** Of a last name: it may have a genitive s, but is no beginning of a longer word. */
    private static final String WORD_END = "(?=s?(?!\\p{L}))";

    private static final Set<String> PARTICLES = Set.of("von", "af", "de", "van", "der", "den", "da", "di", "du", "la");
    private static final Pattern LOCAL_PART = Pattern.compile("([\\w-]{1,40}\\.[\\w.-]{1,40}+)@");
    private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

    /** U+0660, the first digit beyond 0 to 9. */
    private static final char FIRST_OTHER_DIGIT = '\u0660';

    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Keys are {@link Folding folded}. */
    private final List<MaskRule> words = new ArrayList<>();
    /** Keys are digits, looked for in the text's digits alone. */
    private final List<MaskRule> numbers = new ArrayList<>();

    /** What may be part of an address, and so is looked for after those. */
    private final List<MaskRule> localParts = new ArrayList<>();

    private final SplitNames splitNames;
    /** Whether the texts to be masked have digits that are none of 0 to 9. */
    private boolean otherDigits;

    Masker(ContactDetails contact) {
        inOrder(contact.literals()).forEach(this::addLiteral);
        List<String> names = inOrder(contact.names());
        names.forEach(this::addName);
        contact.numbers().forEach(digits -> numbers.add(new MaskRule(digits, () -> number(digits), PHONE)));
        contact.personNumbers()
                .forEach(digits -> numbers.add(new MaskRule(digits, () -> number(digits), PERSON_NUMBER)));
        splitNames = new SplitNames(names, contact.literals());
    }

    /** Longest first, so that no mask hides the start of a longer one. */
    private static List<String> inOrder(Collection<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Forgets what has no trace in any of these texts, which are all that will be masked from now on. Most contacts are
     * named nowhere else on their page, and then nothing is left to look for on each line. To be called before masking.
     */
    void narrowTo(List<String> texts) {
        Traces names = new Traces(List.of(words, localParts));
        Traces digits = new Traces(List.of(numbers));
        for (String text : texts) {
            String plain = plainDigits(text);
            otherDigits |= !plain.equals(text);
            names.lookIn(plain, Folding::of);
            digits.lookIn(plain, Masker::digitsOf);
        }
        names.forgetTheRest();
        digits.forgetTheRest();
    }

    /** Which rules have their key in one of several texts. */
    private static final class Traces {
        private final List<List<MaskRule>> rules;
        private final Set<MaskRule> found = new HashSet<>();
        private final List<MaskRule> missing = new ArrayList<>();

        Traces(List<List<MaskRule>> rules) {
            this.rules = rules;
            rules.forEach(missing::addAll);
        }

        void lookIn(String text, UnaryOperator<String> keys) {
            if (!missing.isEmpty()) {
                String key = keys.apply(text);
                missing.removeIf(rule -> rule.isIn(key) && found.add(rule));
            }
        }

        void forgetTheRest() {
            rules.forEach(list -> list.retainAll(found));
        }
    }

    /** The text with everything private masked; line ends are kept. */
    String mask(String text) {
        String plain = otherDigits ? plainDigits(text) : text;
        String keys = words.isEmpty() ? "" : Folding.of(plain);
        String masked = PrivatePatterns.mask(apply(words, keys, plain));
        masked = numbers.isEmpty() ? masked : apply(numbers, digitsOf(masked), masked);
        if (!localParts.isEmpty()) {
            masked = apply(localParts, Folding.of(masked), masked);
        }
        return masked.equals(plain) ? text : masked;
    }

    /** The text with the digits of all scripts as 0 to 9. */
    static String plainDigits(String text) {
        return mayHoldOtherDigit(text)
                ? OTHER_DIGIT
                        .matcher(text)
                        .replaceAll(digit ->
                                Integer.toString(Character.digit(digit.group().codePointAt(0), 10)))
                : text;
    }

    private static boolean mayHoldOtherDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_OTHER_DIGIT && (Character.isDigit(c) || Character.isSurrogate(c))) {
                return true;
            }
        }
        return false;
    }

    private static String apply(List<MaskRule> rules, String keys, String text) {
        String masked = text;
        for (MaskRule rule : rules) {
            if (rule.isIn(keys)) {
                masked = rule.mask(masked);
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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private void addLiteral(String literal) {
        Matcher local = LOCAL_PART.matcher(literal);
        if (local.find()) {
            String part = local.group(1);
            localParts.add(new MaskRule(Folding.of(part), () -> localPart(part), NAME));
        }
        boolean mail = literal.indexOf('@') >= 0;
        String[] parts = literal.split(" ");
        words.add(new MaskRule(longest(parts), () -> literal(mail, parts), mail ? MAIL : CONTACT));
    }

    private static Pattern localPart(String part) {
        return Pattern.compile("(?<![\\p{L}\\d._-])" + letters(part) + "(?![\\p{L}\\d_@-])", IGNORE_CASE);
    }

    private static Pattern literal(boolean mail, String... parts) {
        String pattern =
                Arrays.stream(parts).map(Masker::letters).collect(Collectors.joining("[\\s\\p{Z}\\uFEFF]{1,20}"));
        return Pattern.compile(mail ? pattern : "(?<![\\p{L}\\d])" + pattern + "(?!\\d)", IGNORE_CASE);
    }

    /** The name as written or last name first, with any spacing; also with a genitive s or as part of a longer name. */
    private void addName(String name) {
        addShortened(name.split("[ ,]+"));
        String[] parts = name.split("[ ,-]+");
        words.add(new MaskRule(longest(parts), () -> name(parts), NAME));
    }

    private static Pattern name(String... parts) {
        String pattern = IntStream.range(0, parts.length)
                .mapToObj(first -> first == 0
                        ? joined(parts, 0, parts.length)
                        : joined(parts, first, parts.length)
                                + "(?:" + BETWEEN_WORDS + "|[\\s\\p{Z}]{0,5},[\\s\\p{Z}]{0,5})"
                                + joined(parts, 0, first))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!\\p{L})(?:" + pattern + ")", IGNORE_CASE);
    }

    /** First and last name with others between them, and an initial with the last name. */
    private void addShortened(String... name) {
        if (name.length != 2 || name[0].isEmpty() || PARTICLES.contains(name[1].toLowerCase(Locale.ROOT))) {
            return;
        }
        String[] first = name[0].split("-");
        String[] last = name[1].split("-");
        if (first.length == 0 || last.length == 0 || !Character.isLetter(name[0].codePointAt(0))) {
            return;
        }
        words.add(new MaskRule(longest(last), () -> shortened(first, last), NAME));
    }

    private static Pattern shortened(String[] first, String... last) {
        String initial = new String(Character.toChars(Character.toUpperCase(first[0].codePointAt(0))));
        return Pattern.compile(
                "(?<!\\p{L})(?:" + joined(first, 0, first.length) + MIDDLE + "|(?-i:" + initial
                        + ")(?:\\.(?-i:\\p{Lu})(?=\\.)){0,2}\\.?+(?:" + MIDDLE + ")?" + ")"
                        + joined(last, 0, last.length) + WORD_END,
                IGNORE_CASE);
    }

    /** The letters of a word, with or without their marks, and whatever stands unseen between them. */
    private static String letters(String word) {
        return word.codePoints().mapToObj(Masker::letter).collect(Collectors.joining(UNSEEN));
    }

    private static String letter(int c) {
        String letter = Character.toString(c);
        int base = Normalizer.normalize(letter, Normalizer.Form.NFD).codePointAt(0);
        return !Character.isLetter(c)
                ? Pattern.quote(letter)
                : base == c ? letter : "[" + letter + Character.toString(base) + "]";
    }

    private static String joined(String[] words, int from, int to) {
        return Arrays.stream(words, from, to).map(Masker::letters).collect(Collectors.joining(BETWEEN_WORDS));
    }

    private static String longest(String[] words) {
        return Folding.of(Arrays.stream(words)
                .max(Comparator.comparingInt(String::length))
                .orElse(""));
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
