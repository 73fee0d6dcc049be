package se.fondgraf.page;

import se.fondgraf.name.Spaces;

/**
 * What a text would need to hold for each of the {@link PrivatePatterns} to match, found in one pass over its
 * characters. Most lines of a page have none of it, and looking for a sign costs a hundredth of a search.
 *
 * <p>A sign only says that a search is worth while: where there is none, the pattern cannot match.
 *
 * @param mail one of the many ways to write @
 * @param person six digits together, as a birth date has
 * @param telephone seven digits from a 0 on, or six after a +, with nothing but what stands in numbers between them
 * @param announced five such digits, and the beginning of a word that announces a number
 */
record PrivateSigns(boolean mail, boolean person, boolean telephone, boolean announced) {
    /** Characters that may stand between two digits of a number. */
    private static final int WIDEST_GAP = 4;

    private static final int PERSON = 6;
    private static final int AFTER_ZERO = 7;
    private static final int AFTER_PLUS = 6;
    private static final int ANNOUNCED = 5;
    private static final String[] ANNOUNCING = {"tel", "tfn", "tlf", "fax", "mob", "rin", "sms"};

    /** By ASCII code: what begins no sign, wherever it stands outside a number. */
    private static final boolean[] MEANS_NOTHING = new boolean[0x80];

    static {
        for (char c = 0; c < MEANS_NOTHING.length; c++) {
            MEANS_NOTHING[c] = "0123456789+@&([{<sSaA".indexOf(c) < 0;
        }
    }

    static PrivateSigns in(String text) {
        boolean mail = false;
        Digits digits = new Digits();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && MEANS_NOTHING[c] && digits.isIdle()) {
                continue;
            }
            digits.take(c);
            mail = mail || isMail(text, i, c);
        }
        return new PrivateSigns(mail, digits.person, digits.telephone, digits.announced && hasAnnouncingWord(text));
    }

    /** The signs in what a text has become. */
    PrivateSigns after(String before, String now) {
        return now.equals(before) ? this : in(now);
    }

    /** The digits of a number so far: a run has nothing between them, a chain little. */
    private static final class Digits {
        private boolean person;
        private boolean telephone;
        private boolean announced;
        private int run;
        private int chain;
        private int gap;
        /** Digits of the chain since the first 0 that begins a run; 0 when there is none. */
        private int sinceZero;
        /** How many characters ago a + was, up to where it is no part of a number. */
        private int sincePlus = 3;

        private boolean plus;

        /** Whether the next character changes nothing, unless it is a digit or a +. */
        boolean isIdle() {
            return run == 0 && chain == 0 && sincePlus == 3;
        }

        void take(char c) {
            if (c >= '0' && c <= '9') {
                digit(c == '0');
            } else if (c == '+' || !isIdle()) {
                other(c);
            }
        }

        private void digit(boolean zero) {
            if (chain == 0) {
                plus = sincePlus <= 2;
                sinceZero = 0;
            }
            sincePlus = 3;
            run++;
            chain++;
            gap = 0;
            if (sinceZero > 0 || (zero && run == 1)) {
                sinceZero++;
            }
            person |= run >= PERSON;
            announced |= chain >= ANNOUNCED;
            telephone |= sinceZero >= AFTER_ZERO || (plus && chain >= AFTER_PLUS);
        }

        private void other(char c) {
            run = 0;
            gap++;
            if (chain > 0 && (gap > WIDEST_GAP || !isBetweenDigits(c))) {
                chain = 0;
            }
            sincePlus = c == '+' ? 1 : Math.min(3, sincePlus + 1);
        }
    }

    private static boolean isBetweenDigits(char c) {
        return switch (c) {
            case ' ', '-', '–', '‐', '‑', '/', '.', '(', ')' -> true;
            default -> isSpace(c);
        };
    }

    private static boolean isMail(String text, int i, char c) {
        return switch (c) {
            case '@', '＠' -> true;
            case '&' -> text.startsWith("#64;", i + 1);
            case '(', '[', '{', '<' -> isBracketed(text, i + 1);
            case 's', 'S', 'ſ' -> startsWith(text, i, "snabel");
            case 'a', 'A' -> isWordAt(text, i);
            default -> false;
        };
    }

    /** {@code a} or {@code at} before a closing bracket. */
    private static boolean isBracketed(String text, int start) {
        return (startsWith(text, start, "a") && isClosing(text, start + 1))
                || (startsWith(text, start, "at") && isClosing(text, start + 2));
    }

    private static boolean isClosing(String text, int i) {
        return i < text.length() && ")]}>".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether the word {@code at} stands alone here. */
    private static boolean isWordAt(String text, int start) {
        return start > 0
                && start + 2 < text.length()
                && isSpace(text.charAt(start - 1))
                && startsWith(text, start, "at")
                && isSpace(text.charAt(start + 2));
    }

    /** Also what only patterns that know all of Unicode take for a space. */
    private static boolean isSpace(char c) {
        return Spaces.isSpace(c) || c == '\u0085';
    }

    private static boolean hasAnnouncingWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mayAnnounce(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                for (String word : ANNOUNCING) {
                    if (startsWith(text, i, word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether one of the announcing words may begin so. */
    private static boolean mayAnnounce(char c) {
        return c >= 0x80 || "tfmrsTFMRS".indexOf(c) >= 0;
    }

    /** In any case, with the letters that patterns take for one of another case. */
    private static boolean startsWith(String text, int start, String lower) {
        if (start + lower.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = text.charAt(start + i);
            if (c != lower.charAt(i) && Character.toLowerCase(Character.toUpperCase(c)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
