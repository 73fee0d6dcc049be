package se.fondgraf.resolve;

import java.util.List;

/**
 * A judgement about one mention, with its reason.
 *
 * @param evidence a sentence in Swedish
 * @param candidates slugs of bodies it might be instead, most likely first
 * @param open whether a person should look at it
 */
public record Verdict(Identity body, NameRule rule, String evidence, List<String> candidates, boolean open) {
    public Verdict {
        candidates = List.copyOf(candidates);
    }

    static Verdict of(Identity body, NameRule rule, String evidence) {
        return new Verdict(body, rule, evidence, List.of(), false);
    }

    static Verdict open(Identity body, NameRule rule, String evidence, List<String> candidates) {
        return new Verdict(body, rule, evidence, candidates, true);
    }

    Verdict withBody(Identity other) {
        return new Verdict(other, rule, evidence, candidates, open);
    }
}
