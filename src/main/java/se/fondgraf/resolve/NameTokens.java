package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be taken off the words of a name without its meaning another body: link words, genitives, legal forms,
 * definite endings.
 */
final class NameTokens {
    private static final Set<String> LINKS =
            Set.of("i", "på", "vid", "för", "hos", "inom", "genom", "via", "kontor", "kontoret", "lokalkontoret");
    static final Set<String> COMPANY = Set.of("ab", "aktiebolag", "aktiebolaget", "publ");
    private static final List<List<String>> COOPERATIVE = List.of(
            List.of("ekonomisk", "förening"),
            List.of("ek", "förening"),
            List.of("ek", "för"),
            List.of("ideell", "förening"));

    private NameTokens() {}

    /** A part of a body as a key: without numbers before it, and {@code enheten} as {@code enhet}. */
    static String unitKey(List<String> unit) {
        Set<String> key = new LinkedHashSet<>();
        for (String word : unit) {
            boolean lead = key.isEmpty()
                    && unit.size() > 1
                    && (word.chars().allMatch(Character::isDigit) || word.equals("förvaltningen"));
            if (!lead) {
                key.add(indefinite(word));
            }
        }
        return String.join(" ", key.isEmpty() ? unit : key);
    }

    static String indefinite(String word) {
        for (String ending : List.of(
                "förvaltningen",
                "enheten",
                "nämnden",
                "avdelningen",
                "omsorgen",
                "sektionen",
                "tjänsten",
                "utbildningen",
                "verksamheten")) {
            if (word.endsWith(ending)) {
                return word.substring(0, word.length() - 2);
            }
        }
        return word.endsWith("kontoret") || word.endsWith("kansliet") || word.endsWith("centret")
                ? word.substring(0, word.length() - 2)
                : word;
    }

    static String withoutGenitive(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    static List<String> withoutLinks(List<String> tokens) {
        int start = 0;
        while (start < tokens.size() && LINKS.contains(tokens.get(start))) {
            start++;
        }
        return tokens.subList(start, tokens.size());
    }

    static List<String> withoutTrailingLinks(List<String> tokens) {
        int end = tokens.size();
        while (end > 0 && LINKS.contains(tokens.get(end - 1))) {
            end--;
        }
        return tokens.subList(0, end);
    }

    /** Without the words for a limited company anywhere, and for a cooperative or non-profit association at the end. */
    static List<String> withoutLegalForm(List<String> tokens) {
        List<String> kept = new ArrayList<>(tokens);
        for (List<String> form : COOPERATIVE) {
            int start = kept.size() - form.size();
            if (start > 0 && kept.subList(start, kept.size()).equals(form)) {
                kept = new ArrayList<>(kept.subList(0, start));
            }
        }
        kept.removeIf(COMPANY::contains);
        if (kept.size() > 2 && kept.getFirst().equals("stiftelsen")) {
            kept.removeFirst();
        }
        return kept.isEmpty() ? tokens : kept;
    }

    /**
     * The words without those for a limited company; a cooperative keeps its form, because a company may have the same
     * name.
     */
    static String plainKey(List<String> tokens) {
        List<String> kept = new ArrayList<>(withoutLegalForm(tokens));
        for (List<String> form : COOPERATIVE) {
            int start = tokens.size() - form.size();
            if (start > 0 && tokens.subList(start, tokens.size()).equals(form)) {
                kept.addAll(form.getFirst().equals("ideell") ? List.of() : List.of("ek", "för"));
                break;
            }
        }
        return String.join(" ", kept);
    }
}
