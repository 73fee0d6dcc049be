package se.fondgraf.rdf;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.resolve.Body;

/**
 * States the bodies that pages name, the legal bodies and movements they belong to, and the slugs that were given up.
 */
public final class OrganizationMapper {
    private final Iris iris;

    public OrganizationMapper(Iris iris) {
        this.iris = iris;
    }

    /**
     * States all bodies of a run.
     *
     * @param merged slugs given up, with the slug of the body each is
     */
    public void map(NavigableMap<String, Body> bodies, NavigableMap<String, String> merged, Consumer<Quad> out) {
        Triples core = Triples.core(out);
        bodies.values().forEach(body -> map(body, bodies, core));
        merged.forEach((slug, stays) -> {
            Body body = bodies.get(stays);
            if (body != null) {
                Node subject = iris.organization(slug);
                core.add(subject, OWL.deprecated.asNode(), Triples.TRUE);
                core.add(subject, DCTerms.isReplacedBy.asNode(), iris.organization(stays));
                core.label(subject, body.preferred());
            }
        });
    }

    private void map(Body body, NavigableMap<String, Body> bodies, Triples core) {
        Node subject = iris.organization(body.slug());
        core.type(subject, ORG.Organization.asNode());
        core.prefLabel(subject, body.preferred());
        body.others().forEach(name -> core.add(subject, SKOS.altLabel.asNode(), Triples.swedish(name)));
        body.hidden().forEach(name -> core.add(subject, SKOS.hiddenLabel.asNode(), Triples.swedish(name)));
        core.add(
                subject,
                ORG.classification.asNode(),
                NodeFactory.createURI(
                        Fg.CODE + "organization-kind/" + body.identity().kind()));
        core.add(subject, Fg.OFFICE, subject);
        core.add(
                subject,
                Fg.PARENT,
                body.identity().parent().map(iris::organization).orElse(subject));
        body.identity().parent().ifPresent(parent -> {
            core.type(subject, ORG.OrganizationalUnit.asNode());
            core.add(subject, ORG.unitOf.asNode(), iris.organization(parent));
        });
        body.identity()
                .linkedTo()
                .ifPresent(movement -> core.add(subject, ORG.linkedTo.asNode(), iris.organization(movement)));
        body.identity().seat().ifPresent(code -> core.add(subject, Fg.SEAT, iris.municipality(code)));
        body.governs().ifPresent(code -> core.add(subject, Fg.GOVERNS, iris.municipality(code)));
        body.number().ifPresent(number -> {
            core.type(subject, ORG.FormalOrganization.asNode());
            core.add(subject, ORG.identifier.asNode(), Triples.plain(number));
        });
        body.wikidata()
                .ifPresent(item -> core.add(subject, OWL.sameAs.asNode(), Triples.uri(Vocabulary.WIKIDATA + item)));
        Optional.ofNullable(bodies.get(body.successor().orElse("")))
                .ifPresent(successor -> change(body, successor, core));
    }

    /** What went over into what is an event between two bodies, never their identity. */
    private void change(Body body, Body successor, Triples core) {
        Node event = Triples.uri(iris.organization(body.slug()).getURI() + "#change");
        core.type(event, ORG.ChangeEvent.asNode());
        core.label(event, body.preferred() + " gick upp i " + successor.preferred());
        core.add(event, ORG.originalOrganization.asNode(), iris.organization(body.slug()));
        core.add(event, ORG.resultingOrganization.asNode(), iris.organization(successor.slug()));
    }
}
