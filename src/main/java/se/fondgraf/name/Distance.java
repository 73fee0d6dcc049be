package se.fondgraf.name;

import java.util.ArrayList;
import java.util.List;

/** How unlike two texts are, for suggestions to people who mistyped. */
public final class Distance {
    private Distance() {}

    /** How many letters must be put in, taken out or changed to make one text the other (Levenshtein). */
    public static int between(String a, String b) {
        List<Integer> above = new ArrayList<>();
        for (int j = 0; j <= b.length(); j++) {
            above.add(j);
        }
        for (int i = 1; i <= a.length(); i++) {
            List<Integer> row = new ArrayList<>(List.of(i));
            for (int j = 1; j <= b.length(); j++) {
                int changed = above.get(j - 1) + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row.add(Math.min(changed, Math.min(above.get(j), row.get(j - 1)) + 1));
            }
            above = row;
        }
        return above.getLast();
    }
}
