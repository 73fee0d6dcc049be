package se.fondgraf.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fondgraf.convert.Names;
import se.fondgraf.name.NormalName;
import se.fondgraf.rdf.Role;
import se.fondgraf.resolve.Body;

/** The story of bodies for people: what each is, how and where pages name it, and what it was not merged with. */
final class NameStory {
    private static final int MOST_NEAR = 10;

    private final Names names;
    private final Map<String, List<Names.Naming>> byBody = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    NameStory(Names names, List<Names.Naming> namings) {
        this.names = names;
        namings.forEach(naming -> byBody.computeIfAbsent(naming.verdict().body().slug(), slug -> new ArrayList<>())
                .add(naming));
    }

    /** The stories of these bodies. */
    String tell(List<String> slugs) {
        if (slugs.size() > 1) {
            text.append(slugs.size()).append(" bodies are called so and kept apart; each is told with its reason.\n\n");
        }
        for (String slug : slugs) {
            Body body = body(slug);
            heading("", body);
            facts(body);
            namings(slug).stream()
                    .collect(Collectors.groupingBy(Names.Naming::project, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(this::project);
            near(body, slugs);
            text.append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    private Body body(String slug) {
        return Objects.requireNonNull(names.bodies().get(slug), slug);
    }

    private List<Names.Naming> namings(String slug) {
        return byBody.getOrDefault(slug, List.of());
    }

    private void heading(String indent, Body body) {
        text.append(indent)
                .append(body.preferred())
                .append("  organization/")
                .append(body.slug())
                .append('\n');
    }

    private void facts(Body body) {
        fact("kind", body.identity().kind());
        body.identity().parent().ifPresent(slug -> fact("parent", called(slug)));
        body.identity().linkedTo().ifPresent(slug -> fact("movement", called(slug)));
        body.identity().seat().ifPresent(code -> fact("seat", municipality(code)));
        body.number().ifPresent(number -> fact("number", number));
        names.merged().entrySet().stream()
                .filter(given -> given.getValue().equals(body.slug()))
                .forEach(given -> fact("was also", "organization/" + given.getKey()));
        names.bodies().values().stream()
                .filter(other -> Stream.concat(other.identity().parent().stream(), other.identity().linkedTo().stream())
                        .anyMatch(body.slug()::equals))
                .forEach(other -> fact("has", called(other.slug())));
        spellings(body.slug())
                .forEach(
                        (name, projects) -> fact("spelt", name + " (" + Run.counted(projects.size(), "project") + ")"));
        if (namings(body.slug()).isEmpty()) {
            fact("spelt", "nowhere: pages name only what belongs to it");
        }
    }

    private Map<String, Set<String>> spellings(String slug) {
        Map<String, Set<String>> spellings = new TreeMap<>();
        namings(slug)
                .forEach(naming -> spellings
                        .computeIfAbsent(naming.name(), name -> new TreeSet<>())
                        .add(naming.project()));
        return spellings;
    }

    private void fact(String what, String value) {
        text.append("  %-9s %s%n".formatted(what, value).replace("\r", ""));
    }

    private String called(String slug) {
        return body(slug).preferred() + "  organization/" + slug;
    }

    private String municipality(String code) {
        return names.places().municipalities().stream()
                .filter(place -> place.code().equals(code))
                .map(place -> place.name() + " (" + code + ")")
                .findFirst()
                .orElse(code);
    }

    private void project(List<Names.Naming> namings) {
        Names.Naming first = namings.getFirst();
        text.append("\n  ")
                .append(first.title())
                .append("  project/")
                .append(first.project())
                .append('\n');
        for (Names.Naming naming : namings) {
            String spots = names.spots(naming).stream()
                    .map(spot -> "line " + spot.lines() + " of page/" + naming.project() + "/" + spot.page8())
                    .collect(Collectors.joining("; "));
            text.append("    ")
                    .append(Role.of(naming.role()).map(Role::code).orElseThrow())
                    .append(": ")
                    .append(naming.name())
                    .append(", ")
                    .append(spots)
                    .append('\n');
            reason(naming);
        }
    }

    private void reason(Names.Naming naming) {
        text.append("      ")
                .append(naming.verdict().rule().key())
                .append(naming.verdict().open() ? ", for a person to look at: " : ": ")
                .append(naming.verdict().evidence())
                .append('\n');
        naming.verdict().candidates().forEach(slug -> text.append("      perhaps organization/" + slug + "\n"));
    }

    /** Bodies that share a name with it, or whose name goes on where its own ends. */
    private void near(Body body, List<String> told) {
        Set<String> own = normals(body);
        List<Body> near = names.bodies().values().stream()
                .filter(other ->
                        !told.contains(other.slug()) && !namings(other.slug()).isEmpty())
                .filter(other -> normals(other).stream().anyMatch(own::contains) || goesOn(body, other))
                .limit(MOST_NEAR)
                .toList();
        if (!near.isEmpty()) {
            text.append("\n  Not the same, though the names are near:\n");
        }
        for (Body other : near) {
            heading("    ", other);
            reason(namings(other.slug()).getFirst());
        }
    }

    private Set<String> normals(Body body) {
        Set<String> normals = namings(body.slug()).stream()
                .map(naming -> NormalName.of(naming.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        normals.add(NormalName.of(body.preferred()));
        return normals;
    }

    /** {@code Arbetsförmedlingen Örebro Syd} and {@code Arbetsförmedlingen Örebro}, not a body and its own parts. */
    private static boolean goesOn(Body a, Body b) {
        String one = NormalName.of(a.preferred());
        String other = NormalName.of(b.preferred());
        return a.identity().parent().equals(b.identity().parent())
                && !b.identity().linkedTo().equals(java.util.Optional.of(a.slug()))
                && (one.startsWith(other + " ") || other.startsWith(one + " "));
    }
}
