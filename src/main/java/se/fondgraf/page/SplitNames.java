package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fondgraf.name.Spaces;

/**
 * Finds names and e-mail addresses of contacts that a line break has cut in two, and masks both halves; lines are kept.
 */
final class SplitNames {
    private record Split(String end, String start, String mask) {}

    private final List<Split> splits = new ArrayList<>();

    SplitNames(List<String> names, Collection<String> literals) {
        for (String name : names) {
            String[] words = name.toLowerCase(Locale.ROOT).split("[ ,]+");
            for (int k = 1; k < words.length; k++) {
                splits.add(new Split(
                        String.join(" ", Arrays.asList(words).subList(0, k)),
                        String.join(" ", Arrays.asList(words).subList(k, words.length)),
                        Masker.NAME));
            }
        }
        literals.stream().filter(literal -> literal.indexOf('@') > 0).forEach(this::addAddress);
    }

    /** Around the @, and after each full stop. */
    private void addAddress(String literal) {
        String address = literal.toLowerCase(Locale.ROOT);
        for (int i = 1; i < address.length(); i++) {
            char before = address.charAt(i - 1);
            if (before == '@' || before == '.' || address.charAt(i) == '@') {
                splits.add(new Split(address.substring(0, i), address.substring(i), Masker.MAIL));
            }
        }
    }

    void mask(List<String> lines, Set<Integer> except) {
        for (int i = 0; i + 1 < lines.size() && !splits.isEmpty(); i++) {
            boolean stays = except.contains(i) || except.contains(i + 1);
            int end = end(lines.get(i));
            for (Split split : stays ? List.<Split>of() : splits) {
                int from = endsWith(lines.get(i), end, split.end);
                int to = from < 0 ? -1 : startsWith(lines.get(i + 1), split.start);
                if (to >= 0) {
                    lines.set(i, lines.get(i).substring(0, from) + split.mask);
                    end = end(lines.get(i));
                    lines.set(i + 1, split.mask + lines.get(i + 1).substring(to));
                }
            }
        }
    }

    /** Where the text of a line ends; of a blank line, where that ends. */
    private static int end(String line) {
        int end = line.length();
        while (end > 0 && Spaces.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? line.length() : end;
    }

    /** Where the words begin with which the line ends, or -1; its text ends at {@code end}. */
    private static int endsWith(String line, int end, String words) {
        int at = end;
        for (int i = words.length() - 1; i >= 0; i--) {
            char c = words.charAt(i);
            if (c == ' ') {
                int before = at;
                while (at > 0 && Spaces.isSpace(line.charAt(at - 1))) {
                    at--;
                }
                if (at == before) {
                    return -1;
                }
            } else if (at == 0 || Character.toLowerCase(line.charAt(at - 1)) != c) {
                return -1;
            } else {
                at--;
            }
        }
        return at > 0 && Character.isLetter(line.charAt(at - 1)) ? -1 : at;
    }

    /** Where the words end with which the line begins, or -1. */
    private static int startsWith(String line, String words) {
        int at = Spaces.indent(line);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                int before = at;
                while (at < line.length() && Spaces.isSpace(line.charAt(at))) {
                    at++;
                }
                if (at == before) {
                    return -1;
                }
            } else if (at >= line.length() || Character.toLowerCase(line.charAt(at)) != c) {
                return -1;
            } else {
                at++;
            }
        }
        return at;
    }
}
