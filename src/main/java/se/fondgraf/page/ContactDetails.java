package se.fondgraf.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * The contact data of one page, gathered so that it can be masked wherever else it stands on that page. Never leaves
 * this package; only the domain of an e-mail address does.
 */
final class ContactDetails {
    private static final Pattern DOMAIN =
            Pattern.compile("@\\s?((?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.){1,8}\\p{L}{2,24})");
    private static final Pattern BETWEEN_PEOPLE =
            Pattern.compile("[,;/&|()]+|\\s+(?:och|samt|and|eller)\\s+|\\s[-–]\\s");
    private static final Pattern LAST_NAME_FIRST = Pattern.compile("([^,]+), ?([^,]+)");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d[\\d\\s().\\u00A0\\u202F–-]{4,40}\\d");
    /** Hours in which somebody answers. */
    private static final Pattern TIMES = Pattern.compile("(?<![\\d.])\\d{1,2}[.:]\\d{2}(?![\\d.])");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\uFEFF]]+");

    private static final int LONGEST_LITERAL = 120;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NUMBER = 15;
    private static final int MOST_WORDS = 5;
    /** Pages name one to five people; this bounds what a hostile one can cost. */
    private static final int MOST = 300;

    private final OfficeWords offices;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> literals = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> personNumbers = new LinkedHashSet<>();
    private Optional<String> domain = Optional.empty();

    ContactDetails(OfficeWords offices) {
        this.offices = offices;
    }

    /** Takes in the value of a label that speaks of a person. */
    void add(String value) {
        String text = Spaces.collapse(Masker.plainDigits(
                UNSEEN.matcher(Masker.MASKS.matcher(value).replaceAll(", ")).replaceAll("")));
        Matcher mail = DOMAIN.matcher(text);
        if (mail.find()) {
            domain = domain.or(() -> Optional.of(mail.group(1).toLowerCase(Locale.ROOT)));
        }
        Matcher digits = DIGITS.matcher(TIMES.matcher(text).replaceAll(","));
        while (digits.find()) {
            addNumber(digits.group());
        }
        boolean address = text.length() >= 6
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isLetter);
        boolean telling = text.indexOf('@') >= 0 || address;
        if (telling && text.length() <= LONGEST_LITERAL) {
            literals.add(text);
        }
        addNames(text);
    }

    /** Whether there are more than any page has. */
    boolean isTooMuch() {
        return names.size() + literals.size() + numbers.size() + personNumbers.size() > MOST;
    }

    /** Takes in a number that identifies a person, in each of its two lengths. */
    void addPersonNumber(String value) {
        String digits = value.replaceAll("\\D", "");
        if (digits.length() >= 10 && digits.length() <= LONGEST_NUMBER) {
            personNumbers.add(digits);
            personNumbers.add(digits.substring(digits.length() - 10));
        }
    }

    /** A number of one repeated digit is a form's filling. */
    private void addNumber(String text) {
        String number = text.replaceAll("\\D", "");
        if (number.length() >= 6
                && number.length() <= LONGEST_NUMBER
                && number.chars().distinct().count() > 1) {
            numbers.add(number);
        }
    }

    private void addNames(String text) {
        String before = "";
        for (String part : BETWEEN_PEOPLE.split(text)) {
            String name = part.strip();
            addName(name);
            addName(name.indexOf(' ') < 0 && before.indexOf(' ') < 0 ? (name + " " + before).strip() : "");
            before = name;
        }
        Matcher reversed = LAST_NAME_FIRST.matcher(text);
        if (reversed.matches()) {
            addName(reversed.group(2).strip() + " " + reversed.group(1).strip());
        } else {
            addName(text);
        }
    }

    /**
     * A name is two words or more, without digits, and not an office; of a longer text with an office in it, the first
     * two words may be one.
     */
    private void addName(String text) {
        String[] words = text.split(" ");
        if (words.length < 2 || text.length() > LONGEST_NAME || ValueReader.saysNothing(text)) {
            return;
        }
        boolean person = isPerson(words);
        if (person && words.length <= MOST_WORDS) {
            addParts(words);
        } else if (words.length >= 4 && isPerson(Arrays.copyOf(words, 2)) && isCapitalized(words)) {
            names.add(words[0] + " " + words[1]);
        }
    }

    private boolean isPerson(String... words) {
        return Arrays.stream(words)
                .noneMatch(word -> offices.has(word) || word.chars().anyMatch(c -> Character.isDigit(c) || c == '@'));
    }

    private static boolean isCapitalized(String... words) {
        return Character.isUpperCase(words[0].codePointAt(0)) && Character.isUpperCase(words[1].codePointAt(0));
    }

    /**
     * The full name, and of a name of more than two words also its beginnings, its ends, and its first with its last.
     */
    private void addParts(String... words) {
        List<String> all = List.of(words);
        for (int length = words.length; length >= 2; length--) {
            names.add(String.join(" ", all.subList(0, length)));
            names.add(String.join(" ", all.subList(words.length - length, words.length)));
        }
        names.add(all.getFirst() + " " + all.getLast());
    }

    /** The domain of the first e-mail address, lower case; the address itself is never given. */
    Optional<String> domain() {
        return domain;
    }

    /** Full names and what is left of them when a middle name is. */
    Set<String> names() {
        return names;
    }

    /** E-mail and street addresses as written. */
    Set<String> literals() {
        return literals;
    }

    /** Telephone numbers, digits only. */
    Set<String> numbers() {
        return numbers;
    }

    /** Personal identity numbers, ten or twelve digits. */
    Set<String> personNumbers() {
        return personNumbers;
    }
}
