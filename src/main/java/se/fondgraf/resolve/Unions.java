package se.fondgraf.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Slugs found to mean one body: each leads to the one that stays, the first in order. */
final class Unions {
    private final Map<String, String> up = new HashMap<>();
    private final Map<String, NameRule> rules = new HashMap<>();

    /** Makes two bodies one. */
    void unite(String a, String b, NameRule rule) {
        String one = find(a);
        String other = find(b);
        if (!one.equals(other)) {
            String stays = one.compareTo(other) < 0 ? one : other;
            String goes = stays.equals(one) ? other : one;
            up.put(goes, stays);
            rules.put(goes, rule);
        }
    }

    /** Makes the first body the second, whatever their order. */
    void redirect(String goes, String stays, NameRule rule) {
        if (!find(goes).equals(find(stays))) {
            up.put(find(goes), find(stays));
            rules.put(goes, rule);
        }
    }

    /** The slug that stays. */
    String find(String slug) {
        String at = slug;
        while (up.containsKey(at)) {
            at = up.get(at);
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
