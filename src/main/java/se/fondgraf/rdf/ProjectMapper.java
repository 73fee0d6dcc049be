package se.fondgraf.rdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.page.Value;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Bodies;
import se.fondgraf.resolve.Body;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectMentions;
import se.fondgraf.resolve.Resolver;
import se.fondgraf.resolve.Verdict;

/**
 * States one project: its asserted values, its participations, its pages, and a claim for every value read. May be used
 * by several threads.
 */
public final class ProjectMapper {
    /** Properties stated of the project with one node a value. */
    private static final Set<Property> SIMPLE = EnumSet.complementOf(EnumSet.of(
            Property.PROGRAMME,
            Property.PROGRAMME_IDENTIFIER,
            Property.OWNER,
            Property.OWNER_NUMBER,
            Property.CO_FINANCIER,
            Property.PARTNER,
            Property.ACTOR,
            Property.PERIOD,
            Property.CONTACT));

    private final Iris iris;
    private final ValueMapper values;
    private final ParticipationMapper participations;
    private final PlaceRegister places;
    private final Resolver resolver;
    private final Bodies bodies;
    private final NavigableMap<String, Body> published;
    private final Programmes programmes;

    /**
     * A mapper of one run.
     *
     * @param bodies of the run, settled
     * @param published the bodies that are published, by slug
     */
    public ProjectMapper(
            Iris iris,
            PlaceRegister places,
            Codes codes,
            Resolver resolver,
            Bodies bodies,
            NavigableMap<String, Body> published,
            Programmes programmes) {
        this.iris = iris;
        this.values = new ValueMapper(iris, places, codes);
        this.participations = new ParticipationMapper(iris, published);
        this.places = places;
        this.resolver = resolver;
        this.published = published;
        this.bodies = bodies;
        this.programmes = programmes;
    }

    /** States everything that the captures of this project say. */
    public void map(Project project, Consumer<Quad> out) {
        Triples core = Triples.core(out);
        Node subject = iris.project(project.slug());
        Map<Property, Set<Node>> asserted = asserted(project);
        core.type(subject, Fg.Project);
        core.add(subject, Fg.PROGRAMME, programme(project, asserted));
        label(project).ifPresent(text -> core.label(subject, text));
        asserted.forEach((property, nodes) -> {
            if (SIMPLE.contains(property)) {
                nodes.forEach(node -> core.add(subject, ValueMapper.predicate(property), node));
            }
        });
        mapTexts(project, subject, core);
        mapPages(project, subject, core);
        List<Mention> mentions = mentions(project);
        Set<Node> stated = participations.map(project, mentions, core, Triples.in(iris.matchesGraph(), out));
        ClaimMapper claims = new ClaimMapper(iris, project, Triples.in(iris.provenanceGraph(), out));
        for (ProjectRecord capture : project.captures()) {
            for (Statement statement : capture.statements()) {
                claim(claims, project, capture, statement, asserted, mentions);
            }
        }
        mentions.stream()
                .filter(mention -> !stated.contains(mention.participation()))
                .forEach(mention -> claims.add(
                        mention.capture(),
                        mention.statement(),
                        Fg.term(mention.role().property().key()),
                        Optional.of(iris.organization(mention.slug())),
                        false));
    }

    private Node programme(Project project, Map<Property, Set<Node>> asserted) {
        return asserted.getOrDefault(Property.PROGRAMME, Set.of()).stream()
                .findFirst()
                .orElseGet(() -> iris.programme(project.programme()));
    }

    private Map<Property, Set<Node>> asserted(Project project) {
        Map<Property, Set<Node>> asserted = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            Set<Node> nodes = Assertions.of(
                    property,
                    project.captures(),
                    statement -> node(project, statement)
                            .filter(node -> !(statement.value() instanceof Value.Theme theme && !theme.applies())));
            if (!nodes.isEmpty()) {
                asserted.put(property, nodes);
            }
        }
        return asserted;
    }

    private Optional<Node> node(Project project, Statement statement) {
        return values.node(statement, project.programme());
    }

    private static Optional<String> label(Project project) {
        return first(project, Property.TITLE).or(() -> first(project, Property.IDENTIFIER));
    }

    private static Optional<String> first(Project project, Property property) {
        return project.captures().stream()
                .flatMap(capture -> capture.words(property).stream())
                .findFirst();
    }

    /** States the running texts, each from the best capture that has it. */
    private static void mapTexts(Project project, Node subject, Triples core) {
        for (Property property : Property.values()) {
            if (property.form() == Property.Form.PROSE) {
                textual(project, property).ifPresent(capture -> {
                    String text = capture.statements().stream()
                            .filter(statement -> statement.property() == property)
                            .map(statement -> ((Value.Prose) statement.value()).text())
                            .collect(Collectors.joining("\n\n"));
                    core.add(subject, ValueMapper.predicate(property), Triples.swedish(text));
                });
            }
        }
    }

    private static Optional<ProjectRecord> textual(Project project, Property property) {
        return project.captures().stream()
                .filter(capture -> !capture.of(property).isEmpty())
                .findFirst();
    }

    private void mapPages(Project project, Node subject, Triples core) {
        for (ProjectRecord capture : project.captures()) {
            Node page = iris.page(project.slug(), capture.page8());
            core.add(subject, DCTerms.source.asNode(), page);
            core.type(page, Fg.SourcePage);
            core.type(page, Vocabulary.PROV_ENTITY);
            core.label(page, label(project).orElse(project.slug()) + " (sida " + capture.page8() + ")");
            core.add(page, Fg.LAYOUT, Triples.plain(capture.layout().name()));
            core.add(page, Fg.SHA256, Triples.plain(capture.sha256()));
            capture.address().ifPresent(address -> core.add(page, DCTerms.source.asNode(), Triples.uri(address)));
        }
    }

    private List<Mention> mentions(Project project) {
        ProjectMentions named = ProjectMentions.together(project.captures().stream()
                .map(capture -> ProjectMentions.of(project.slug(), capture, places))
                .toList());
        Map<String, Verdict> verdicts = resolver.resolve(named);
        List<Mention> mentions = new ArrayList<>();
        for (ProjectRecord capture : project.captures()) {
            capture.bodies().forEach(statement -> {
                Role role = Role.of(statement.property()).orElseThrow();
                String name = statement.asWritten();
                Verdict verdict = java.util.Objects.requireNonNull(verdicts.get(name));
                mentions.add(new Mention(
                        role,
                        capture,
                        statement,
                        bodies.settled(verdict, named, name),
                        iris.participation(project.slug(), role, name)));
            });
        }
        return mentions;
    }

    private void claim(
            ClaimMapper claims,
            Project project,
            ProjectRecord capture,
            Statement statement,
            Map<Property, Set<Node>> asserted,
            List<Mention> mentions) {
        Property property = statement.property();
        Node predicate = ValueMapper.predicate(property);
        if (Role.of(property).isPresent() && statement.isReadable()) {
            return;
        }
        if (statement.value() instanceof Value.Prose) {
            boolean used = textual(project, property).filter(capture::equals).isPresent();
            claims.add(capture, statement, predicate, Optional.empty(), used);
            return;
        }
        Optional<Node> node = node(project, statement);
        switch (property) {
            case PROGRAMME_IDENTIFIER -> {
                String years = Programmes.of(capture);
                boolean same = programmes.identifier(years).equals(Optional.of(statement.asWritten()));
                claims.about(iris.programme(years)).add(capture, statement, predicate, node, same);
            }
            case OWNER_NUMBER -> claimNumber(claims, capture, statement, node, mentions);
            default -> {
                boolean same = node.filter(value ->
                                asserted.getOrDefault(property, Set.of()).contains(value))
                        .isPresent();
                claims.add(capture, statement, predicate, node, same);
            }
        }
    }

    /** An organisation number is its owner's legal body's: claimed of that body, asserted where it has that number. */
    private void claimNumber(
            ClaimMapper claims,
            ProjectRecord capture,
            Statement statement,
            Optional<Node> node,
            List<Mention> mentions) {
        Optional<Body> body = mentions.stream()
                .filter(mention ->
                        mention.role() == Role.OWNER && mention.capture().equals(capture))
                .map(mention -> published.get(mention.slug()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(owner -> owner.identity().parent().map(published::get).orElse(owner));
        ClaimMapper about =
                body.map(owner -> claims.about(iris.organization(owner.slug()))).orElse(claims);
        boolean taken = node.isPresent()
                && body.flatMap(Body::number)
                        .filter(number -> node.get().getLiteralLexicalForm().equals(number))
                        .isPresent();
        about.add(capture, statement, ValueMapper.predicate(Property.OWNER_NUMBER), node, taken);
    }
}
