package se.fondgraf.rdf;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.resolve.Body;

/** States the bodies that pages name. */
public final class OrganizationMapper {
    private static final Node UNKNOWN_KIND = NodeFactory.createURI(Fg.CODE + "organization-kind/unknown");

    private final Iris iris;

    public OrganizationMapper(Iris iris) {
        this.iris = iris;
    }

    /** States one body with all its spellings. Until its parent is known it is both levels itself. */
    public void map(Body body, Consumer<Quad> out) {
        Triples core = Triples.core(out);
        Node subject = iris.organization(body.slug());
        core.type(subject, ORG.Organization.asNode());
        core.prefLabel(subject, body.preferred());
        body.others().forEach(name -> core.add(subject, SKOS.altLabel.asNode(), Triples.swedish(name)));
        body.hidden().forEach(name -> core.add(subject, SKOS.hiddenLabel.asNode(), Triples.swedish(name)));
        core.add(subject, ORG.classification.asNode(), UNKNOWN_KIND);
        core.add(subject, Fg.OFFICE, subject);
        core.add(subject, Fg.PARENT, subject);
        body.number().ifPresent(number -> core.add(subject, ORG.identifier.asNode(), Triples.plain(number)));
    }
}
