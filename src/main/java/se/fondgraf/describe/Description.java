package se.fondgraf.describe;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.name.Hash;
import se.fondgraf.name.Slug;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.rdf.Ontology;

/**
 * What a dataset says of itself, inside itself: VoID with counts, who publishes it, example queries and prefixes. Every
 * node has an IRI of its own, {@code dataset} or {@code dataset#…} under the base.
 *
 * <p>Addresses are those under the operator's public address, or under the base when there is none, so that the same
 * pages give the same triples wherever they are converted.
 */
public final class Description {
    private final String base;
    private final Operator operator;
    private final LocalDate modified;
    private final String version;
    private final List<LibraryQuery> queries;

    /**
     * A description of one release.
     *
     * @param base of the data's IRIs, ending in a slash
     * @param modified where the operator does not say when
     * @param version of the dataset
     * @param queries given as examples
     */
    public Description(String base, Operator operator, LocalDate modified, String version, List<LibraryQuery> queries) {
        this.base = base;
        this.operator = operator;
        this.modified = operator.modified().orElse(modified);
        this.version = version;
        this.queries = List.copyOf(queries);
    }

    /** What the description depends on beside data and version, as a hash, for the version to be made of. */
    public static String digest(Operator operator, List<LibraryQuery> queries) {
        StringBuilder facts = new StringBuilder(operator.facts().toString());
        queries.forEach(query -> facts.append('\n').append(query.text()));
        return Hash.ofBytes(facts.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What can be said of data that does not describe itself: the operator's words, without any count. */
    public static Graph uncounted(String base, Operator operator, String version) {
        Facts facts = new Facts();
        Facts.About about = facts.about(dataset(base))
                .type("void:Dataset")
                .type("dcat:Dataset")
                .texts("rdfs:label", operator.title())
                .plain("void:uriSpace", base + "id/");
        LocalDate day = operator.modified().orElseGet(() -> new Ontology().modified());
        new Metadata(operator, base, day, version).state(about, facts);
        return facts.graph();
    }

    String base() {
        return base;
    }

    /** The dataset's IRI under a base. */
    public static String dataset(String base) {
        return base + "dataset";
    }

    /**
     * The description with these counts.
     *
     * @param objects how many different objects all graphs have; 0 for not known
     */
    Graph graph(Tally tally, long objects) {
        Facts facts = new Facts();
        String dataset = dataset(base);
        Facts.About about = facts.about(dataset).type("void:Dataset").type("dcat:Dataset");
        new Metadata(operator, base, modified, version).state(about, facts);
        about.texts("rdfs:label", operator.title());
        about.iri("void:sparqlEndpoint", operator.home().orElse(base) + "sparql")
                .plain("void:uriSpace", base + "id/")
                .count("void:triples", tally.triples())
                .count("void:entities", tally.entities())
                .count("void:distinctSubjects", tally.subjects())
                .count("void:properties", tally.properties().size())
                .count("void:classes", tally.classes().size());
        if (objects > 0) {
            about.count("void:distinctObjects", objects);
        }
        vocabularies(tally).forEach(namespace -> about.iri("void:vocabulary", namespace));
        tally.classes().values().stream()
                .map(count -> count.first)
                .filter(iri -> iri.startsWith(base + "id/"))
                .forEach(iri -> about.iri("void:exampleResource", iri));
        tally.graphs().forEach((graph, count) -> subset(graph, count, about, facts));
        new TreeMap<>(named(tally.classes())).forEach((iri, count) -> partition(iri, count, about, facts));
        prefixes(about, facts);
        queries.forEach(query -> example(query, facts));
        return facts.graph();
    }

    private static Map<String, Tally.ClassCount> named(Map<Node, Tally.ClassCount> classes) {
        Map<String, Tally.ClassCount> named = new TreeMap<>();
        classes.forEach((type, count) -> {
            if (type.isURI()) {
                named.put(type.getURI(), count);
            }
        });
        return named;
    }

    private static NavigableSet<String> vocabularies(Tally tally) {
        NavigableSet<String> namespaces = new TreeSet<>();
        List<Node> terms = new ArrayList<>(tally.properties());
        terms.addAll(tally.classes().keySet());
        terms.stream()
                .filter(Node::isURI)
                .map(term -> Prefixes.namespace(term.getURI()))
                .forEach(namespaces::add);
        return namespaces;
    }

    private void subset(Node graph, Tally.GraphCount count, Facts.About whole, Facts facts) {
        boolean core = Quad.isDefaultGraph(graph);
        String name = core ? "core" : graph.getURI().substring(graph.getURI().lastIndexOf('/') + 1);
        String iri = dataset(base) + "#" + name;
        whole.iri("void:subset", iri);
        Facts.About about = facts.about(iri)
                .type("void:Dataset")
                .count("void:triples", count.triples)
                .count("void:distinctSubjects", count.subjects)
                .count("void:properties", count.properties.size())
                .count("void:classes", count.classes.size());
        if (core) {
            about.label("Kärnan: standardgrafen", "The core: the default graph");
        } else {
            about.type("sd:NamedGraph")
                    .iri("sd:name", graph.getURI())
                    .label("Den namngivna grafen " + name, "The named graph " + name);
        }
    }

    private void partition(String type, Tally.ClassCount count, Facts.About whole, Facts facts) {
        String iri = dataset(base) + "#class-" + fragment(type);
        String name = shown(type);
        whole.iri("void:classPartition", iri);
        Facts.About about = facts.about(iri)
                .iri("void:class", type)
                .count("void:entities", count.entities)
                .count("void:triples", count.triples)
                .label("Klassen " + name, "The class " + name);
        count.properties.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getURI()))
                .forEach(entry -> {
                    String property = entry.getKey().getURI();
                    String part = iri + "-" + fragment(property);
                    about.iri("void:propertyPartition", part);
                    facts.about(part)
                            .iri("void:property", property)
                            .count("void:triples", entry.getValue())
                            .label(
                                    "Egenskapen " + shown(property) + " hos klassen " + name,
                                    "The property " + shown(property) + " of the class " + name);
                });
    }

    private static String shown(String iri) {
        return Prefixes.shortName(iri).orElse(iri);
    }

    /** The prefixed name with a hyphen; for terms without a prefix a slug, and a hash so that no two are one. */
    private static String fragment(String iri) {
        return Prefixes.shortName(iri)
                .map(name -> name.replace(':', '-'))
                .orElseGet(() -> Slug.of(iri) + "-"
                        + Hash.ofBytes(iri.getBytes(StandardCharsets.UTF_8)).substring(0, 8));
    }

    private void prefixes(Facts.About whole, Facts facts) {
        Prefixes.ALL.forEach((prefix, namespace) -> {
            String iri = dataset(base) + "#prefix-" + prefix;
            whole.iri("sh:declare", iri);
            facts.about(iri)
                    .type("sh:PrefixDeclaration")
                    .plain("sh:prefix", prefix)
                    .typed("sh:namespace", namespace, XSDDatatype.XSDanyURI)
                    .label("Prefixet " + prefix, "The prefix " + prefix);
        });
    }

    private void example(LibraryQuery query, Facts facts) {
        Facts.About about = facts.about(base + "queries/" + query.name())
                .type("sh:SPARQLExecutable")
                .texts("rdfs:label", Texts.of(query.title().sv(), query.title().en()))
                .texts(
                        "rdfs:comment",
                        Texts.of(query.summary().sv(), query.summary().en()))
                .iri("sh:prefixes", dataset(base))
                .iri("schema:target", operator.home().orElse(base) + "sparql");
        String text = query.text().replace(LibraryQuery.DEFAULT_BASE + "id/", base + "id/");
        if (!query.columns().isEmpty()) {
            about.type("sh:SPARQLSelectExecutable").plain("sh:select", text);
        } else {
            about.type("sh:SPARQLConstructExecutable").plain("sh:construct", text);
        }
        query.tags().forEach(tag -> about.text("schema:keywords", tag, "en"));
    }
}
