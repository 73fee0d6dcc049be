package se.fondgraf.search;

import java.util.SortedMap;

/**
 * A thing that a name may mean, and why.
 *
 * @param score from 0 to 100
 * @param match whether it is sure enough to be taken without a look; at most one of a name's candidates
 * @param features what speaks for and against it: truths, and the likeness of the names from 0 to 1
 * @param swedish the reason in a sentence
 * @param english the same in English
 */
public record Candidate(
        Entity entity,
        double score,
        boolean match,
        SortedMap<Feature, Double> features,
        String swedish,
        String english) {
    /** The same, not to be taken without a look. */
    Candidate unsure() {
        return new Candidate(entity, score, false, features, swedish, english);
    }
}
