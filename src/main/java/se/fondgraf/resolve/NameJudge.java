package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.place.PlaceRegister;

/**
 * Says which body a name on a page means. Depends on the name and its project alone, so that no other page ever changes
 * the answer.
 *
 * <p>A department or a multi-site body named without its place, and a name cut at 30 characters, stay the project's
 * own: merging them would make partners of bodies that never met.
 */
public final class NameJudge {
    private static final int CUT_LENGTH = 30;
    private static final int LONGEST_PLACE = 3;
    private static final Pattern MASK = Pattern.compile("\\[(?:kontaktuppgift|namn|e-post|telefon|personnummer)\\]");

    private final PlaceRegister places;
    private final Set<String> multiSite = new HashSet<>();
    private final Words departments = new Words();
    private final Words finished = new Words();

    private NameJudge(PlaceRegister places) {
        this.places = places;
    }

    /** Words known whole or by their end. */
    private static final class Words {
        private final Set<String> whole = new HashSet<>();
        private final List<String> endings = new ArrayList<>();

        void add(String pattern) {
            String lower = pattern.toLowerCase(Locale.ROOT);
            if (lower.startsWith("*")) {
                endings.add(lower.substring(1));
            } else {
                whole.add(lower);
            }
        }

        boolean know(String word) {
            return whole.contains(word) || endings.stream().anyMatch(word::endsWith);
        }
    }

    /** A judge that knows the lists of {@code ontology/unlocated-names.csv}. */
    public static NameJudge bundled(PlaceRegister places) {
        NameJudge judge = new NameJudge(places);
        for (CuratedFile.Row row : CuratedFile.bundled("unlocated-names.csv", "name", "kind", "reason")
                .rows()) {
            String name = row.cell("name");
            switch (row.cell("kind")) {
                case "multi-site" -> judge.multiSite.add(NormalName.of(name));
                case "department" -> judge.departments.add(name);
                case "finished" -> judge.finished.add(name);
                default -> throw row.wrong("kind must be multi-site, department or finished");
            }
        }
        return judge;
    }

    /** The body that this name means on a page of that project. */
    public Identity judge(String name, String project) {
        NameRule rule = rule(name);
        String slug = Slug.of(NormalName.of(name));
        return new Identity(rule.isProjectsOwn() ? slug + "-of-" + project : slug, rule);
    }

    private NameRule rule(String name) {
        String normal = NormalName.of(name);
        if (MASK.matcher(name).find()) {
            return NameRule.MASKED_NAME;
        } else if (multiSite.contains(normal)) {
            return NameRule.MULTI_SITE_ALONE;
        } else if (isDepartment(name) && !namesPlace(normal)) {
            return NameRule.DEPARTMENT_ALONE;
        }
        return isCut(name, normal) ? NameRule.CUT_NAME : NameRule.SAME_NAME;
    }

    /** Whether the name begins with a department: the last word before the first comma is one. */
    private boolean isDepartment(String name) {
        int comma = name.indexOf(',');
        String first = NormalName.of(comma > 0 ? name.substring(0, comma) : name);
        return departments.know(lastWord(first));
    }

    private boolean namesPlace(String normal) {
        String[] words = normal.split(" ");
        for (int from = 0; from < words.length; from++) {
            for (int to = from + 1; to <= Math.min(words.length, from + LONGEST_PLACE); to++) {
                String part = String.join(" ", List.of(words).subList(from, to));
                if (places.municipality(part).isPresent()
                        || places.municipality(part + " kommun").isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the name was cut: exactly 30 characters, and its last word is no whole word that names end in. */
    private boolean isCut(String name, String normal) {
        if (name.codePointCount(0, name.length()) != CUT_LENGTH) {
            return false;
        }
        String last = lastWord(normal);
        return !finished.know(last)
                && !departments.know(last)
                && places.municipality(last).isEmpty();
    }

    /**
     * Whether a stated organisation number can be this body's own: not when the name may be that of a unit of the
     * number's holder.
     */
    public boolean isWhole(String name) {
        return name.indexOf(',') < 0
                && !rule(name).isProjectsOwn()
                && Pattern.compile(" ").splitAsStream(NormalName.of(name)).noneMatch(departments::know);
    }

    /** Whether the name was cut at 30 characters. */
    public boolean isCut(String name) {
        return isCut(name, NormalName.of(name));
    }

    private static String lastWord(String normal) {
        return normal.substring(normal.lastIndexOf(' ') + 1);
    }
}
