package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers all bodies of a run with their spellings. The order of gathering does not matter. Not for several threads at
 * once.
 */
public final class Bodies {
    private static final int LONGEST_ACRONYM = 6;

    private static final class Gathered {
        final SortedMap<String, Integer> spellings = new TreeMap<>();
        final SortedSet<String> numbers = new TreeSet<>();
    }

    private final NameJudge judge;
    private final SortedMap<String, Gathered> bodies = new TreeMap<>();

    public Bodies(NameJudge judge) {
        this.judge = judge;
    }

    /** Takes in one project's mention of a body. */
    public void addMention(String slug, String nameAsWritten) {
        gathered(slug).spellings.merge(nameAsWritten, 1, Integer::sum);
    }

    /** Takes in an organisation number stated for a body. */
    public void addNumber(String slug, String number) {
        gathered(slug).numbers.add(number);
    }

    private Gathered gathered(String slug) {
        return bodies.computeIfAbsent(slug, key -> new Gathered());
    }

    /** The number of bodies. */
    public int size() {
        return bodies.size();
    }

    /** The body of that slug, which must have been mentioned. */
    public Body body(String slug) {
        Gathered gathered = bodies.get(slug);
        if (gathered == null) {
            throw new IllegalArgumentException("no page names the body " + slug);
        }
        return body(slug, gathered);
    }

    /** All bodies, by slug. */
    public Iterable<Body> inOrder() {
        return () -> bodies.entrySet().stream()
                .map(entry -> body(entry.getKey(), entry.getValue()))
                .iterator();
    }

    private Body body(String slug, Gathered gathered) {
        String preferred = gathered.spellings.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, Integer> entry) -> isHidden(entry.getKey()))
                        .thenComparingInt(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
        List<String> others = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (String spelling : gathered.spellings.keySet()) {
            if (!spelling.equals(preferred)) {
                (isHidden(spelling) ? hidden : others).add(spelling);
            }
        }
        Optional<String> number =
                gathered.numbers.size() == 1 ? Optional.of(gathered.numbers.first()) : Optional.empty();
        return new Body(slug, preferred, others, hidden, number);
    }

    private boolean isHidden(String spelling) {
        return isShouted(spelling) || judge.isCut(spelling);
    }

    /** In capitals throughout, and too long for an acronym: {@code MALMÖ KOMMUN}. */
    private static boolean isShouted(String spelling) {
        return spelling.codePoints().filter(Character::isLetter).count() > LONGEST_ACRONYM
                && spelling.codePoints().noneMatch(Character::isLowerCase);
    }
}
