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
    private record Rule(String name, Pattern first, Optional<Pattern> second) {}

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
                    compile(patterns[0]),
                    patterns.length == 2 ? Optional.of(compile(patterns[1])) : Optional.empty());
        } catch (PatternSyntaxException e) {
            throw row.wrong("the pattern is no regular expression: " + e.getDescription());
        }
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The rule by which this line is furniture wherever it stands at the edge of a page. */
    Optional<String> ofLine(String line) {
        return first(lines, Spaces.collapse(line));
    }

    /** The rule by which this line and the next one that is not blank are furniture together. */
    Optional<String> ofPair(String line, String next) {
        String one = Spaces.collapse(line);
        String two = Spaces.collapse(next);
        return pairs.stream()
                .filter(rule -> rule.first.matcher(one).matches()
                        && rule.second
                                .filter(pattern -> pattern.matcher(two).matches())
                                .isPresent())
                .map(Rule::name)
                .findFirst();
    }

    /** The rule by which this line is furniture if it stands before the title. */
    Optional<String> ofLead(String line) {
        return first(leads, Spaces.collapse(line));
    }

    private static Optional<String> first(List<Rule> rules, String line) {
        return rules.stream()
                .filter(rule -> rule.first.matcher(line).matches())
                .map(Rule::name)
                .findFirst();
    }
}
