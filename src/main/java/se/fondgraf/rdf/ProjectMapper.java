package se.fondgraf.rdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import se.fondgraf.resolve.NameJudge;
import se.fondgraf.resolve.Programmes;

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
    private final NameJudge judge;
    private final Bodies bodies;
    private final Programmes programmes;

    /** @param bodies all bodies of the run, gathered */
    public ProjectMapper(
            Iris iris, PlaceRegister places, Codes codes, NameJudge judge, Bodies bodies, Programmes programmes) {
        this.iris = iris;
        this.values = new ValueMapper(iris, places, codes);
        this.participations = new ParticipationMapper(iris, bodies);
        this.judge = judge;
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
        Set<Node> stated = participations.map(project, mentions, out);
        ClaimMapper claims = new ClaimMapper(iris, project, Triples.in(iris.provenanceGraph(), out));
        for (ProjectRecord capture : project.captures()) {
            for (Statement statement : capture.statements()) {
                claim(claims, project, capture, statement, asserted);
            }
        }
        mentions.stream()
                .filter(mention -> !stated.contains(mention.participation()))
                .forEach(mention -> claims.add(
                        mention.capture(),
                        mention.statement(),
                        Fg.term(mention.role().property().key()),
                        Optional.of(iris.organization(mention.identity().slug())),
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
        List<Mention> mentions = new ArrayList<>();
        for (ProjectRecord capture : project.captures()) {
            capture.bodies().forEach(statement -> {
                Role role = Role.of(statement.property()).orElseThrow();
                mentions.add(new Mention(
                        role,
                        capture,
                        statement,
                        judge.judge(statement.asWritten(), project.slug()),
                        iris.participation(project.slug(), role, statement.asWritten())));
            });
        }
        return mentions;
    }

    private void claim(
            ClaimMapper claims,
            Project project,
            ProjectRecord capture,
            Statement statement,
            Map<Property, Set<Node>> asserted) {
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
            case OWNER_NUMBER -> claimNumber(claims, project, capture, statement, node);
            default -> {
                boolean same = node.filter(value ->
                                asserted.getOrDefault(property, Set.of()).contains(value))
                        .isPresent();
                claims.add(capture, statement, predicate, node, same);
            }
        }
    }

    /** An organisation number is its owner's: claimed of the owner's body, asserted where that body took it. */
    private void claimNumber(
            ClaimMapper claims, Project project, ProjectRecord capture, Statement statement, Optional<Node> node) {
        Optional<String> owner = capture.words(Property.OWNER)
                .map(name -> judge.judge(name, project.slug()).slug());
        ClaimMapper about =
                owner.map(slug -> claims.about(iris.organization(slug))).orElse(claims);
        boolean taken = node.isPresent()
                && owner.flatMap(slug -> bodies.body(slug).number())
                        .filter(number -> node.get().getLiteralLexicalForm().equals(number))
                        .isPresent();
        about.add(capture, statement, ValueMapper.predicate(Property.OWNER_NUMBER), node, taken);
    }
}
