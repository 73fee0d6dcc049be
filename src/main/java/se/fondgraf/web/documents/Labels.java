package se.fondgraf.web.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import se.fondgraf.web.html.Language;

/** What things, properties and classes are called, in either language. */
final class Labels {
    private final Map<Node, Map<String, String>> labels = new HashMap<>();

    /** Takes a statement that is a label. */
    void add(Triple triple) {
        if (triple.getPredicate().equals(RDFS.Nodes.label)) {
            add(triple.getSubject(), triple.getObject());
        }
    }

    /** Takes a label; of several in one language the first by its letters. */
    void add(Node thing, Node label) {
        if (label.isLiteral()) {
            labels.computeIfAbsent(thing, key -> new HashMap<>())
                    .merge(
                            label.getLiteralLanguage(),
                            label.getLiteralLexicalForm(),
                            (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** The label in that language, else in the other, else any. */
    Optional<String> of(Node thing, Language language) {
        Map<String, String> known = labels.getOrDefault(thing, Map.of());
        return Optional.ofNullable(known.get(language.tag()))
                .or(() -> Optional.ofNullable(known.get(language.other().tag())))
                .or(() -> Optional.ofNullable(known.get("")));
    }

    /** The label of a property or class, else what the standard calls it, else the end of its IRI. */
    String term(Node term, Language language) {
        return of(term, language)
                .or(() -> StandardTerms.label(term.getURI(), language))
                .orElseGet(() -> end(term.getURI()));
    }

    /** The label of a thing, else the end of its IRI. */
    String thing(Node thing, Language language) {
        return of(thing, language).orElseGet(() -> end(thing.getURI()));
    }

    private static String end(String iri) {
        String end = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return end.isEmpty() ? iri : end;
    }
}
