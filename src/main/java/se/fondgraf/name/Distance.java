package se.fondgraf.name;

/** How unlike two texts are, for suggestions to people who mistyped. */
public final class Distance {
    private Distance() {}

    /**
     * How many letters must be put in, taken out or changed to make one text the other (Levenshtein). Takes time by the
     * product of their lengths.
     */
    public static int between(String a, String b) {
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            int[] spent = above;
            above = row;
            row = spent;
        }
        return above[b.length()];
    }
}
