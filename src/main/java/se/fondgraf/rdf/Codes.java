package se.fondgraf.rdf;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.name.Slug;

/**
 * The codes that pages use: their IRIs, and those that the published code lists do not hold yet. Such a code gets the
 * words that most pages give it, or none. May be used by several threads; the order of use does not matter.
 */
public final class Codes {
    /** A notation that can stand in an IRI as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.]{1,20}");

    private record Code(String scheme, String notation) {}

    private final Set<Node> listed = new HashSet<>();
    private final SortedMap<String, Code> unlisted = new TreeMap<>();
    private final Map<String, SortedMap<String, Integer>> words = new TreeMap<>();

    /** @param lists the graph of the published code lists */
    public Codes(Graph lists) {
        lists.find(Node.ANY, RDF.Nodes.type, SKOS.Concept.asNode())
                .forEachRemaining(triple -> listed.add(triple.getSubject()));
    }

    /** The code of that notation; {@code +} is spelt out, because ESF+ is not ESF. */
    Node code(String scheme, String notation, Optional<String> pageWords) {
        String name = PLAIN.matcher(notation).matches() ? notation : Slug.of(notation.replace("+", "-plus"));
        Node code = NodeFactory.createURI(Fg.CODE + scheme + "/" + name);
        if (!listed.contains(code)) {
            remember(code.getURI(), new Code(scheme, notation), pageWords);
        }
        return code;
    }

    /** A code whose notation is a word or words, such as a phase. */
    Node codeOfWords(String scheme, String text) {
        String name = Slug.of(text.replace("+", "-plus").toLowerCase(Locale.ROOT));
        Node code = NodeFactory.createURI(Fg.CODE + scheme + "/" + name);
        if (!listed.contains(code)) {
            remember(code.getURI(), new Code(scheme, text), Optional.of(text));
        }
        return code;
    }

    private synchronized void remember(String iri, Code code, Optional<String> pageWords) {
        unlisted.merge(iri, code, (a, b) -> a.notation().compareTo(b.notation()) <= 0 ? a : b);
        pageWords.ifPresent(
                text -> words.computeIfAbsent(iri, key -> new TreeMap<>()).merge(text, 1, Integer::sum));
    }

    /** States the codes that were used and that the published lists do not hold. */
    public synchronized void map(Consumer<Quad> out) {
        Triples triples = Triples.core(out);
        unlisted.forEach((iri, code) -> {
            Node subject = NodeFactory.createURI(iri);
            Node scheme = NodeFactory.createURI(Fg.CODE + code.scheme());
            SortedMap<String, Integer> spellings = words.getOrDefault(iri, new TreeMap<>());
            String label = spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(code.notation());
            triples.type(subject, SKOS.Concept.asNode());
            triples.add(subject, SKOS.inScheme.asNode(), scheme);
            triples.add(subject, SKOS.topConceptOf.asNode(), scheme);
            triples.add(scheme, SKOS.hasTopConcept.asNode(), subject);
            triples.add(subject, SKOS.notation.asNode(), Triples.plain(code.notation()));
            triples.prefLabel(subject, label);
            spellings.keySet().stream()
                    .filter(spelling -> !spelling.equals(label))
                    .forEach(spelling -> triples.add(subject, SKOS.altLabel.asNode(), Triples.swedish(spelling)));
        });
    }
}
