package se.fondgraf.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fondgraf.convert.Names;
import se.fondgraf.name.Distance;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Printable;
import se.fondgraf.rdf.Iris;
import se.fondgraf.rdf.Role;
import se.fondgraf.resolve.Body;

/** What somebody asks about: a name, or the IRI of a body or of a mention, and the bodies it can mean. */
final class AskedName {
    private static final int MOST_NEAR = 5;
    private static final int LONGEST = 200;
    private static final int SLIPS = 3;

    private final String asked;
    private final Iris iris;

    AskedName(String asked, Iris iris) {
        this.asked = asked.strip();
        this.iris = iris;
    }

    /** Slugs of the bodies it can mean, in order. */
    List<String> bodies(Names names, List<Names.Naming> namings) {
        Optional<String> path = path();
        TreeSet<String> found = new TreeSet<>();
        if (path.isEmpty()) {
            String normal = NormalName.of(asked);
            names.bodies().values().stream()
                    .filter(body -> NormalName.of(body.preferred()).equals(normal))
                    .forEach(body -> found.add(body.slug()));
            namings.stream()
                    .filter(naming -> NormalName.of(naming.name()).equals(normal))
                    .forEach(naming -> found.add(naming.verdict().body().slug()));
        } else if (path.get().startsWith("organization/")) {
            String slug = path.get().substring("organization/".length());
            found.add(names.merged().getOrDefault(slug, slug));
        } else {
            String participation = path.get().replaceFirst("^match/", "participation/");
            namings.stream()
                    .filter(naming -> participation(naming).equals(participation))
                    .forEach(naming -> found.add(naming.verdict().body().slug()));
        }
        found.retainAll(names.bodies().keySet());
        return List.copyOf(found);
    }

    /** What follows {@code id/} when an IRI is asked about. */
    private Optional<String> path() {
        String root = iris.base() + "id/";
        String path = asked.startsWith(root) ? asked.substring(root.length()) : asked;
        boolean known = Stream.of("organization/", "participation/", "match/").anyMatch(path::startsWith);
        return known ? Optional.of(path) : Optional.empty();
    }

    private String participation(Names.Naming naming) {
        Role role = Role.of(naming.role()).orElseThrow();
        return iris.participation(naming.project(), role, naming.name())
                .getURI()
                .substring(iris.base().length() + "id/".length());
    }

    /** A sentence that nothing is known by that name, with the names that are nearly so. */
    String unknown(Names names, List<Names.Naming> namings) {
        List<String> near = path().isPresent() ? List.of() : near(names, namings);
        String shown = Printable.of(asked.substring(0, Math.min(asked.length(), LONGEST)));
        return "no page names " + shown + (near.isEmpty() ? "" : "; did you mean " + String.join(", or ", near) + "?");
    }

    private List<String> near(Names names, List<Names.Naming> namings) {
        String normal = NormalName.of(asked);
        if (normal.length() < SLIPS || normal.length() > LONGEST) {
            return List.of();
        }
        Map<String, Integer> distances = new TreeMap<>();
        for (String name : Stream.concat(
                        namings.stream().map(Names.Naming::name),
                        names.bodies().values().stream().map(Body::preferred))
                .collect(Collectors.toCollection(TreeSet::new))) {
            String other = NormalName.of(name);
            int distance = Distance.between(normal, other);
            if (distance <= SLIPS || other.contains(normal) || normal.contains(other)) {
                distances.put(name, distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .limit(MOST_NEAR)
                .toList();
    }
}
