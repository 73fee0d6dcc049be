package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import se.fondgraf.web.documents.DocumentContext.Container;
import se.fondgraf.web.documents.DocumentContext.Term;

/**
 * One graph as JSON-LD that stands for itself: it holds what it uses of our context, so that nothing need be fetched.
 * It is what the compaction algorithm of JSON-LD 1.1 makes of the graph with our context, without going through two
 * trees for it.
 */
final class DocumentJson {
    private static final String TYPE = "type";

    private final DocumentContext context;
    private final SortedGraph graph;
    private final PrettyJson json = new PrettyJson();

    /** The values of a property that stand under one key. */
    private record Member(String key, Optional<Term> term, List<Node> values) {}

    private DocumentJson(DocumentContext context, SortedGraph graph) {
        this.context = context;
        this.graph = graph;
    }

    /**
     * The text.
     *
     * @throws se.fondgraf.web.http.Refusal 422 when an IRI cannot be written
     */
    static String of(DocumentContext context, SortedGraph graph) {
        return new DocumentJson(context, graph).text();
    }

    private String text() {
        Map<Node, List<Member>> things = new LinkedHashMap<>();
        graph.subjects().forEach(subject -> things.put(subject, members(graph.about(subject))));
        // The context comes first and depends on all that follows.
        Set<String> used = new HashSet<>();
        things.values().forEach(members -> members.forEach(member -> note(member, used)));
        json.begin('{').key("@context");
        context.write(json, used);
        if (things.size() == 1) {
            things.forEach(this::thing);
        } else if (!things.isEmpty()) {
            json.key("@graph").begin('[');
            things.forEach((subject, members) -> {
                json.begin('{');
                thing(subject, members);
                json.end('}');
            });
            json.end(']');
        }
        return json.end('}') + "\n";
    }

    /** By key, in the order of the properties. */
    private List<Member> members(List<Triple> triples) {
        List<Member> members = new ArrayList<>();
        Member types = new Member(TYPE, Optional.empty(), new ArrayList<>());
        int ofProperty = 0;
        Optional<Node> property = Optional.empty();
        for (Triple triple : triples) {
            Node predicate = triple.getPredicate();
            Node value = triple.getObject();
            if (predicate.equals(RDF.Nodes.type) && value.isURI()) {
                types.values().add(value);
                continue;
            }
            if (!property.equals(Optional.of(predicate))) {
                property = Optional.of(predicate);
                ofProperty = members.size();
            }
            Optional<Term> term = context.term(predicate, value);
            member(members, ofProperty, predicate, term).values().add(value);
        }
        if (!types.values().isEmpty()) {
            members.addFirst(types);
        }
        return members;
    }

    private Member member(List<Member> members, int from, Node predicate, Optional<Term> term) {
        for (int i = from; i < members.size(); i++) {
            if (members.get(i).term().equals(term)) {
                return members.get(i);
            }
        }
        String key = term.map(Term::name).orElseGet(() -> context.iri(predicate.getURI()));
        Member member = new Member(key, term, new ArrayList<>());
        members.add(member);
        return member;
    }

    private void note(Member member, Set<String> used) {
        context.note(member.key(), used);
        for (Node value : member.values()) {
            if (value.isLiteral()) {
                context.note(value.getLiteralLexicalForm(), used);
                context.note(value.getLiteralLanguage(), used);
            } else if (member.key().equals(TYPE)) {
                context.note(context.type(value.getURI()), used);
            }
        }
    }

    private void thing(Node subject, List<Member> members) {
        json.key("id").add(context.iri(subject.getURI()));
        for (Member member : members) {
            json.key(member.key());
            Optional<Container> container = member.term().map(Term::container);
            if (member.key().equals(TYPE)) {
                all(member.values(), false, type -> json.add(context.type(type.getURI())));
            } else if (container.equals(Optional.of(Container.LANGUAGE))) {
                byLanguage(member.values());
            } else {
                boolean array = container.equals(Optional.of(Container.SET));
                all(member.values(), array, value -> value(member.term(), value));
            }
        }
    }

    private void all(List<Node> values, boolean array, Consumer<Node> each) {
        if (array || values.size() > 1) {
            json.begin('[');
            values.forEach(each);
            json.end(']');
        } else {
            each.accept(values.getFirst());
        }
    }

    private void byLanguage(List<Node> values) {
        Map<String, List<Node>> languages = new LinkedHashMap<>();
        for (Node value : values) {
            String language = value.getLiteralLanguage();
            languages
                    .computeIfAbsent(language.isEmpty() ? "@none" : language, key -> new ArrayList<>())
                    .add(value);
        }
        json.begin('{');
        languages.forEach((language, texts) -> {
            json.key(language);
            all(texts, false, text -> json.add(text.getLiteralLexicalForm()));
        });
        json.end('}');
    }

    private void value(Optional<Term> term, Node value) {
        if (value.isURI()) {
            String iri = context.iri(value.getURI());
            if (term.filter(key -> key.type().equals("@id")).isPresent()) {
                json.add(iri);
            } else {
                json.begin('{').key("id").add(iri).end('}');
            }
            return;
        }
        String text = value.getLiteralLexicalForm();
        String language = value.getLiteralLanguage();
        boolean plain = DocumentContext.isPlain(value);
        if (term.map(key -> key.implies(value)).orElse(plain)) {
            json.add(text);
        } else if (plain) {
            json.begin('{').key("@value").add(text).end('}');
        } else {
            json.begin('{');
            if (language.isEmpty()) {
                json.key(TYPE).add(context.type(value.getLiteralDatatypeURI()));
            } else {
                json.key("@language").add(language);
            }
            json.key("@value").add(text).end('}');
        }
    }
}
