package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.Spaces;

/**
 * The site's chrome around a page (print logo, notices, cookie banner), from {@code ontology/furniture.csv}; each rule
 * has a name.
 */
final class Furniture {
    private record Rule(String name, Shape first, Optional<Shape> second) {
        /** The second line's shape is looked at first, because it is the cheaper one. */
        boolean matches(String one, String two) {
            return second.isPresent() && second.get().matches(two) && first.matches(one);
        }
    }

    /**
     * What a line looks like.
     *
     * @param start the words with which every such line begins, by which most other lines are told apart; may be empty
     */
    private record Shape(String start, Pattern pattern) {
        static Shape of(String pattern) {
            return new Shape(
                    start(pattern),
                    Pattern.compile(
                            pattern,
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
        }

        /** Letters and spaces, without the last one where something behind it may say that it can be missing. */
        private static String start(String pattern) {
            int end = 0;
            while (end < pattern.length() && (Character.isLetter(pattern.charAt(end)) || pattern.charAt(end) == ' ')) {
                end++;
            }
            boolean whole = end == pattern.length();
            return pattern.indexOf('|') >= 0 || end == 0 ? "" : pattern.substring(0, whole ? end : end - 1);
        }

        boolean matches(String line) {
            return line.regionMatches(true, 0, start, 0, start.length())
                    && pattern.matcher(line).matches();
        }
    }

    private final List<Rule> lines = new ArrayList<>();
    private final List<Rule> pairs = new ArrayList<>();
    private final List<Rule> leads = new ArrayList<>();

    private Furniture() {}

    /** Reads {@code ontology/furniture.csv}. */
    static Furniture bundled() {
        return of(CuratedFile.bundled("furniture.csv", "rule", "where", "pattern", "note"));
    }

    static Furniture of(CuratedFile file) {
        Furniture furniture = new Furniture();
        for (CuratedFile.Row row : file.rows()) {
            List<Rule> kind = switch (row.cell("where")) {
                case "line" -> furniture.lines;
                case "pair" -> furniture.pairs;
                case "lead" -> furniture.leads;
                default -> throw row.wrong("where must be line, pair or lead");
            };
            kind.add(rule(row));
        }
        return furniture;
    }

    private static Rule rule(CuratedFile.Row row) {
        String[] patterns = row.cell("pattern").split("\\|\\|", 2);
        try {
            return new Rule(
                    row.cell("rule"),
                    Shape.of(patterns[0]),
                    patterns.length == 2 ? Optional.of(Shape.of(patterns[1])) : Optional.empty());
        } catch (PatternSyntaxException e) {
            throw row.wrong("the pattern is no regular expression: " + e.getDescription());
        }
    }

    /** The rule by which this line is furniture wherever it stands at the edge of a page. */
    Optional<String> ofLine(String line) {
        return first(lines, Spaces.collapse(line));
    }

    /** The rule by which this line and the next one that is not blank are furniture together. */
    Optional<String> ofPair(String line, String next) {
        String one = Spaces.collapse(line);
        String two = Spaces.collapse(next);
        for (Rule rule : pairs) {
            if (rule.matches(one, two)) {
                return Optional.of(rule.name());
            }
        }
        return Optional.empty();
    }

    /** The rule by which this line is furniture if it stands before the title. */
    Optional<String> ofLead(String line) {
        return first(leads, Spaces.collapse(line));
    }

    private static Optional<String> first(List<Rule> rules, String line) {
        for (Rule rule : rules) {
            if (rule.first().matches(line)) {
                return Optional.of(rule.name());
            }
        }
        return Optional.empty();
    }
}
