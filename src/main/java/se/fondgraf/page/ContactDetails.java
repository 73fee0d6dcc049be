package se.fondgraf.page;

import java.util.ArrayList;
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
            Pattern.compile("@\\s?((?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+\\p{L}{2,})");
    private static final Pattern BETWEEN_PEOPLE =
            Pattern.compile("[,;/&|()]+|\\s+(?:och|samt|and|eller)\\s+|\\s[-–]\\s");
    private static final Pattern LAST_NAME_FIRST = Pattern.compile("([\\p{L}-]+), ([\\p{L}-]+(?: [\\p{L}-]+)?)");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d[\\d\\s()/\\u00A0\\u202F.–-]{4,}\\d");

    /** Words that make a contact an office rather than a person. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?U)\\b(kommun|kommuns|stad|stads|landsting|region|förbund|förening|stiftelse|ab|växel|växeln|support|info|kundtjänst"
                    + "|\\w*(förvaltning|kontor|kontoret|enheten|avdelning|avdelningen|förvaltningen|kansli|kansliet|förmedlingen|kassan))\\b",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> literals = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private Optional<String> domain = Optional.empty();

    /** Takes in the value of a label that speaks of a person. */
    void add(String value) {
        String text = Spaces.collapse(value);
        if (text.equals(Masker.CONTACT)) {
            return;
        }
        Matcher mail = DOMAIN.matcher(text);
        if (mail.find()) {
            domain = domain.or(() -> Optional.of(mail.group(1).toLowerCase(Locale.ROOT)));
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String number = digits.group().replaceAll("\\D", "");
            if (number.length() >= 6) {
                numbers.add(number);
            }
        }
        if (text.indexOf('@') >= 0 || (text.length() >= 6 && text.chars().anyMatch(Character::isDigit))) {
            literals.add(text);
        }
        addNames(text);
    }

    /** Takes in a number that identifies a person. */
    void addPersonNumber(String value) {
        numbers.add(value.replaceAll("\\D", ""));
    }

    private void addNames(String text) {
        for (String part : BETWEEN_PEOPLE.split(text)) {
            String name = part.strip();
            if (isName(name)) {
                names.add(name);
            }
        }
        Matcher reversed = LAST_NAME_FIRST.matcher(text);
        if (reversed.matches()) {
            addNames(reversed.group(2) + " " + reversed.group(1));
        } else if (isName(text)) {
            names.add(text);
        }
    }

    /** Two words or more, without digits, and not an office. */
    private static boolean isName(String text) {
        return text.indexOf(' ') > 0
                && text.length() <= 80
                && text.chars().noneMatch(c -> Character.isDigit(c) || c == '@')
                && !OFFICE.matcher(text).find();
    }

    /** The domain of the first e-mail address, lower case; the address itself is never given. */
    Optional<String> domain() {
        return domain;
    }

    /** Full names, and for a name of more than two words also its first with its last. */
    List<String> names() {
        Set<String> all = new LinkedHashSet<>(names);
        for (String name : names) {
            String[] words = name.split("[ ,]+");
            if (words.length > 2) {
                all.add(words[0] + " " + words[words.length - 1]);
            }
        }
        return new ArrayList<>(all);
    }

    /** E-mail and street addresses as written. */
    Set<String> literals() {
        return literals;
    }

    /** Telephone numbers, digits only. */
    Set<String> numbers() {
        return numbers;
    }
}
