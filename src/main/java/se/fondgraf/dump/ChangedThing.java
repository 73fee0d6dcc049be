package se.fondgraf.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** One thing of two releases' cores: its classes and name in each, and the values that came and went. */
final class ChangedThing {
    private final String iri;
    private final Set<String> before = new TreeSet<>();
    private final Set<String> after = new TreeSet<>();
    private final SortedMap<String, Values> changed = new TreeMap<>();
    private Optional<String> oldName = Optional.empty();
    private Optional<String> newName = Optional.empty();

    /** The values of one property that went and came. */
    record Values(List<Node> removed, List<Node> added) {}

    ChangedThing(String iri) {
        this.iri = iri;
    }

    void kept(Triple triple) {
        note(triple, true, true);
    }

    void removed(Triple triple) {
        note(triple, true, false);
        values(triple).removed().add(triple.getObject());
    }

    void added(Triple triple) {
        note(triple, false, true);
        values(triple).added().add(triple.getObject());
    }

    private Values values(Triple triple) {
        return changed.computeIfAbsent(
                triple.getPredicate().getURI(), property -> new Values(new ArrayList<>(), new ArrayList<>()));
    }

    private void note(Triple triple, boolean old, boolean now) {
        Node value = triple.getObject();
        if (triple.getPredicate().equals(RDF.Nodes.type) && value.isURI()) {
            if (old) {
                before.add(value.getURI());
            }
            if (now) {
                after.add(value.getURI());
            }
        }
        if (triple.getPredicate().equals(RDFS.Nodes.label) && value.isLiteral()) {
            if (old && oldName.isEmpty()) {
                oldName = Optional.of(value.getLiteralLexicalForm());
            }
            if (now && newName.isEmpty()) {
                newName = Optional.of(value.getLiteralLexicalForm());
            }
        }
    }

    String iri() {
        return iri;
    }

    /** What it is called now, else what it was called. */
    String name() {
        return newName.or(() -> oldName).orElse(iri);
    }

    /** Its classes before. */
    Set<String> before() {
        return before;
    }

    /** Its classes now. */
    Set<String> after() {
        return after;
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** What came and went, by the IRI of the property. */
    SortedMap<String, Values> changed() {
        return changed;
    }
}
