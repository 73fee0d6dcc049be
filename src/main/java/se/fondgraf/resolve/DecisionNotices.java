package se.fondgraf.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an operator should know of decisions that these pages give nothing to, or only half of it. */
final class DecisionNotices {
    private final Set<String> mentions;
    private final Predicate<String> onPages;
    private final Predicate<String> known;

    /**
     * @param mentions all of this run
     * @param onPages whether pages name the body of that slug, by a rule or a decision
     * @param known whether a rule or the register names the body of that slug
     */
    DecisionNotices(Set<String> mentions, Predicate<String> onPages, Predicate<String> known) {
        this.mentions = mentions;
        this.onPages = onPages;
        this.known = known;
    }

    List<String> of(List<Decision> decisions) {
        return decisions.stream()
                .sorted(Comparator.comparing(Decision::file).thenComparingInt(Decision::line))
                .flatMap(row -> notice(row).map(text -> row.place() + ": " + text).stream())
                .toList();
    }

    private Optional<String> notice(Decision row) {
        if (row.isAboutMention() && !mentions.contains(row.subject())) {
            return row.isBundled()
                    ? Optional.empty()
                    : Optional.of("these pages have no such mention; the decision waits for a page that has");
        } else if (row.kind() == Decision.Kind.SEAT
                || known.test(row.object())
                || !(row.isAboutMention() || onPages.test(row.subject()))) {
            return Optional.empty();
        }
        String unknown = "neither these pages nor the register know organization/" + row.object();
        return Optional.of(
                row.kind() == Decision.Kind.PARENT ? unknown + "; the decision waits for a page that does" : unknown);
    }
}
