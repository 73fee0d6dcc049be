package se.fondgraf.page;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a page that somebody else says was read: that it is a page as this program reads them, that its hash is that
 * of its text, and that no contact data comes in with it.
 */
final class StrangePage {
    private static final int MOST_STATEMENTS = 10_000;
    private static final int LONGEST_REASON = 1_000;
    private static final Pattern NOTATION = Pattern.compile("[0-9A-ZÅÄÖ.]{1,20}");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,8}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Page page;

    private StrangePage(Page page) {
        this.page = page;
    }

    /** What takes contact data out of lines, as it does when a page is read. */
    interface Protection {
        /**
         * The lines without contact data.
         *
         * @throws RejectedPageException when they are no project page
         */
        List<String> protect(List<String> lines) throws RejectedPageException;
    }

    /** @throws RejectedPageException with what is wrong; what stands there is never repeated */
    static void check(Page page, Protection protection) throws RejectedPageException {
        StrangePage strange = new StrangePage(page);
        strange.checkText();
        strange.checkStatements();
        strange.checkNotices();
        strange.checkContacts(protection);
    }

    private void checkText() throws RejectedPageException {
        PublishedText text = page.text();
        List<String> lines = text.lines();
        long bytes = 0;
        for (int i = 0; i < lines.size(); i++) {
            String where = "text[" + i + "]";
            isClean(lines.get(i), where, false);
            int length = lines.get(i).getBytes(StandardCharsets.UTF_8).length;
            if (length > PageReader.MAX_LINE_BYTES) {
                throw wrong(where + " is longer than 1 MiB; no page has such a line");
            }
            bytes += length + 1;
        }
        if (lines.isEmpty() || bytes > PageReader.MAX_PAGE_BYTES) {
            throw wrong(lines.isEmpty() ? "text is empty" : "text is longer than 8 MiB; no page is");
        }
        if (!text.sha256().equals(page.record().sha256())) {
            throw wrong("sha256 is not that of the text; one of them was changed");
        }
    }

    /** Clean as reading a page makes its text: NFC, no control characters, no half characters. */
    private static void isClean(String text, String where, boolean manyLines) throws RejectedPageException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
            boolean control = c != '\t' && !(manyLines && c == '\n') && Character.isISOControl(c);
            if (half || control || c == '\u2028' || c == '\u2029' || c >= 0xFFFE) {
                throw wrong(where + " has a character that no text of a page has");
            }
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw wrong(where + " is not in Unicode's normal form NFC");
        }
    }

    private void checkStatements() throws RejectedPageException {
        ProjectRecord record = page.record();
        if (record.statements().size() > MOST_STATEMENTS) {
            throw wrong("statements are more than " + MOST_STATEMENTS + "; no page has so many");
        }
        for (int i = 0; i < record.statements().size(); i++) {
            Statement statement = record.statements().get(i);
            String where = "statements[" + i + "]";
            isClean(statement.asWritten(), where + ".asWritten", false);
            if (!isSound(statement)) {
                throw wrong(
                        where + " has a value that no " + statement.property().key() + " has");
            }
            checkPrivate(statement, where);
        }
        if (record.best(Property.TITLE).isEmpty()
                && record.best(Property.IDENTIFIER).isEmpty()) {
            throw wrong("statements have neither a title nor a number: the page names no project");
        }
        if (record.address().isPresent()
                && !PageAddress.of(record.address().get()).equals(record.address())) {
            throw wrong("address is no http or https address without an e-mail address");
        }
        if (record.ownerDomain()
                .filter(domain -> !DOMAIN.matcher(domain).matches())
                .isPresent()) {
            throw wrong("ownerDomain is no domain");
        }
    }

    private static boolean isSound(Statement statement) throws RejectedPageException {
        Property property = statement.property();
        return switch (statement.value()) {
            case Value.Words words ->
                switch (property.form()) {
                    case YEARS -> Codes.programme(words.text()).equals(Optional.of(words.text()));
                    case NUMBER -> reads(property, statement.asWritten(), words);
                    default -> words.text().equals(statement.asWritten());
                };
            case Value.Name name -> name.name().equals(statement.asWritten());
            case Value.Quantity quantity ->
                quantity.number().signum() >= 0
                        && (property.form() != Property.Form.PERCENT
                                || quantity.number().compareTo(HUNDRED) <= 0)
                        && (property.form() != Property.Form.COUNT
                                || quantity.number().stripTrailingZeros().scale() <= 0);
            case Value.OrganizationNumber number ->
                OrganizationNumbers.read(number.number()).equals(Optional.of(number.number()));
            case Value.Code code -> {
                isClean(code.words().orElse(""), "words", false);
                yield NOTATION.matcher(code.notation()).matches();
            }
            case Value.Theme theme -> {
                isClean(theme.theme(), "theme", false);
                yield true;
            }
            case Value.Prose prose -> {
                isClean(prose.text(), "value", true);
                yield true;
            }
            case Value.Unreadable unreadable -> {
                isClean(unreadable.reason(), "unreadable", false);
                yield unreadable.reason().length() <= LONGEST_REASON;
            }
            case Value.Day day -> true;
            case Value.Truth truth -> true;
        };
    }

    private static boolean reads(Property property, String asWritten, Value value) {
        return ValueReader.read(property, "", asWritten)
                .equals(List.of(new ValueReader.Read(property, value, asWritten)));
    }

    /** Amounts, days and numbers of companies are what they are, whatever digits they have; all else is looked at. */
    private static void checkPrivate(Statement statement, String where) throws RejectedPageException {
        Property property = statement.property();
        boolean number = Privacy.isNumeric(property) && statement.isReadable();
        if (!number) {
            isOpen(statement.asWritten(), where + ".asWritten");
        } else if (ValueReader.read(property, "", statement.asWritten()).stream()
                .noneMatch(read -> read.value().equals(statement.value()))) {
            // What is called a number must be one, or else it may be anything.
            isOpen(statement.asWritten(), where + ".asWritten");
        }
        switch (statement.value()) {
            case Value.Theme theme -> isOpen(theme.theme(), where + ".value");
            case Value.Code code -> isOpen(code.words().orElse(""), where + ".value");
            case Value.Prose prose -> {
                for (String line : prose.text().split("\n", -1)) {
                    isOpen(line, where + ".value");
                }
            }
            case Value.Unreadable unreadable -> isOpen(unreadable.reason(), where + ".unreadable");
            default -> {}
        }
    }

    private void checkNotices() throws RejectedPageException {
        for (int i = 0; i < page.notices().size(); i++) {
            checkMessage(page.notices().get(i).reason(), "notices[" + i + "].reason");
        }
        String last = "";
        for (LineUse use : page.uses()) {
            if (!use.detail().equals(last)) {
                checkMessage(use.detail(), "a detail of the account");
            }
            last = use.detail();
        }
    }

    private static void checkMessage(String text, String where) throws RejectedPageException {
        isClean(text, where, false);
        isOpen(text, where);
        if (text.length() > LONGEST_REASON
                || !se.fondgraf.name.Printable.of(text).equals(text)) {
            throw wrong(where + " is no message of one line");
        }
    }

    private static void isOpen(String text, String where) throws RejectedPageException {
        if (!PrivatePatterns.mask(text).equals(text)) {
            throw wrong(where + " holds an e-mail address, a telephone number or a personal identity number");
        }
    }

    /** Nothing is left to take out of a text that was read before. */
    private void checkContacts(Protection protection) throws RejectedPageException {
        List<String> lines = page.text().lines();
        List<String> open = protection.protect(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!open.get(i).equals(lines.get(i))) {
                throw wrong("text[" + i + "] holds contact data that is not masked");
            }
        }
    }

    private static RejectedPageException wrong(String reason) {
        return new RejectedPageException(0, reason);
    }
}
