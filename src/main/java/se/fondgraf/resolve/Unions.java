package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Slugs found to mean one body: each leads to the one that stays, which is the one that people say, else the first in
 * order. What people decided comes first; rules unite only what nobody told apart.
 */
final class Unions {
    private record Pair(String a, String b) {}

    private final Map<String, String> up = new HashMap<>();
    private final Map<String, NameRule> rules = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final List<Pair> apart = new ArrayList<>();

    /** Makes the first body the second by a person's judgement; the judgements go round in no circle. */
    void decide(String goes, String stays) {
        up.put(goes, stays);
        rules.put(goes, NameRule.DECIDED);
        decided.add(stays);
    }

    /** No rule makes these two one. */
    void keepApart(String a, String b) {
        apart.add(new Pair(a, b));
    }

    /** No rule makes this body another, or another this. */
    void keepAlone(String slug) {
        alone.add(slug);
    }

    /** Makes two bodies one. */
    void unite(String a, String b, NameRule rule) {
        String one = find(a);
        String other = find(b);
        if (mayUnite(one, other)) {
            boolean first =
                    decided.contains(one) == decided.contains(other) ? one.compareTo(other) < 0 : decided.contains(one);
            String stays = first ? one : other;
            String goes = first ? other : one;
            up.put(goes, stays);
            rules.put(goes, rule);
        }
    }

    /** Makes the first body the second, whatever their order. */
    void redirect(String goes, String stays, NameRule rule) {
        String one = find(goes);
        String other = find(stays);
        if (mayUnite(one, other)) {
            up.put(one, other);
            rules.put(one, rule);
        }
    }

    private boolean mayUnite(String one, String other) {
        return !one.equals(other)
                && !alone.contains(one)
                && !alone.contains(other)
                && apart.stream().noneMatch(pair -> isPair(pair, one, other));
    }

    private boolean isPair(Pair pair, String one, String other) {
        String a = find(pair.a);
        String b = find(pair.b);
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    /** The slug that stays. */
    String find(String slug) {
        String at = slug;
        for (String next = up.get(at); next != null; next = up.get(at)) {
            at = next;
        }
        return at;
    }

    /** Why the slug was given up; {@link NameRule#SAME_NAME} when it was not. */
    NameRule rule(String slug) {
        return rules.getOrDefault(slug, NameRule.SAME_NAME);
    }

    /** Every slug given up, with the one that stays. */
    NavigableMap<String, String> merged() {
        NavigableMap<String, String> merged = new TreeMap<>();
        up.keySet().forEach(slug -> merged.put(slug, find(slug)));
        return merged;
    }
}
