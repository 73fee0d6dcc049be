package se.fondgraf.dump;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.rdf.Fg;
import se.fondgraf.rdf.Role;

/**
 * What the rows of one table say of things of another: names, notations and how many projects they have. Names and keys
 * are all that is held.
 */
final class Lookup {
    private static final Set<Node> NAMED = Set.of(
            Fg.Project,
            ORG.Organization.asNode(),
            Fg.Municipality,
            Fg.County,
            Fg.Region,
            Fg.Programme,
            SKOS.Concept.asNode());

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> notations = new HashMap<>();
    private final Map<String, Long> projects = new HashMap<>();
    private final Map<Role, Map<String, Long>> roles = new EnumMap<>(Role.class);

    Lookup(Iterator<Thing> things) {
        for (Role role : Role.values()) {
            roles.put(role, new HashMap<>());
        }
        while (things.hasNext()) {
            add(things.next());
        }
    }

    private void add(Thing thing) {
        if (NAMED.stream().anyMatch(thing::is)) {
            String name = thing.swedish(RDFS.Nodes.label);
            names.put(thing.iri(), name.isEmpty() ? thing.swedish(DCTerms.title.asNode()) : name);
            String notation = thing.text(SKOS.notation.asNode());
            if (!notation.isEmpty()) {
                notations.put(thing.iri(), notation);
            }
        }
        if (thing.is(Fg.Project)) {
            count(thing);
        }
    }

    private void count(Thing project) {
        Set<String> bodies = new TreeSet<>();
        roles.forEach((role, counts) -> {
            List<String> named = project.texts(role.predicate());
            named.forEach(body -> counts.merge(body, 1L, Long::sum));
            bodies.addAll(named);
        });
        bodies.addAll(project.texts(Fg.MUNICIPALITY));
        bodies.forEach(body -> projects.merge(body, 1L, Long::sum));
    }

    List<String> names(List<String> iris) {
        return iris.stream().map(iri -> names.getOrDefault(iri, "")).toList();
    }

    List<String> notations(List<String> iris) {
        return iris.stream()
                .map(iri -> notations.getOrDefault(iri, iri.substring(iri.lastIndexOf('/') + 1)))
                .toList();
    }

    String projects(String iri) {
        return String.valueOf(projects.getOrDefault(iri, 0L));
    }

    String projects(String iri, Role role) {
        return String.valueOf(roles.getOrDefault(role, Map.of()).getOrDefault(iri, 0L));
    }
}
