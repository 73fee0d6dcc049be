package se.fondgraf.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import se.fondgraf.name.Slug;
import se.fondgraf.page.Lines;

/**
 * The IRIs of the data. An IRI depends only on the thing's own facts: never on file names, the order of inputs or the
 * number of pages.
 *
 * <p>The base moves things, documents, pages and graphs; ontology and codes stay where they are.
 */
public final class Iris {
    /** Where everything lives unless a publisher moves it. */
    public static final String DEFAULT_BASE = "https://w3id.org/fondgraf/";

    private final String base;

    private Iris(String base) {
        this.base = base;
    }

    /**
     * The IRIs under a base.
     *
     * @param base an absolute http or https IRI that ends in a slash
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static Iris under(String base) {
        try {
            IRIs.checkEx(base);
            if (!base.matches("https?://[^/?#]+/([^?#]*/)?")) {
                throw new IllegalArgumentException(
                        "the base must be an absolute http or https IRI that ends in a slash, like " + DEFAULT_BASE);
            }
        } catch (IRIException e) {
            throw new IllegalArgumentException("the base is no IRI: " + e.getMessage(), e);
        }
        return new Iris(base);
    }

    /** The base itself. */
    public String base() {
        return base;
    }

    public Node project(String slug) {
        return iri("id/project/" + slug);
    }

    public Node organization(String slug) {
        return iri("id/organization/" + slug);
    }

    public Node municipality(String code) {
        return iri("id/municipality/" + code);
    }

    public Node county(String code) {
        return iri("id/county/" + code);
    }

    public Node region(String code) {
        return iri("id/region/" + code);
    }

    public Node programme(String years) {
        return iri("id/programme/" + years);
    }

    /** The mention of a body on pages of a project, by its role and its name as written. */
    public Node participation(String project, Role role, String nameAsWritten) {
        return iri("id/participation/" + project + "/" + role.code() + "/" + Slug.of(nameAsWritten));
    }

    /** The decision on the mention of the same path. */
    public Node match(String project, Role role, String nameAsWritten) {
        return iri("id/match/" + project + "/" + role.code() + "/" + Slug.of(nameAsWritten));
    }

    /** The claim that a line of a page states a property. */
    public Node claim(String project, String page8, String lineAndProperty) {
        return iri("id/claim/" + project + "/" + page8 + "/" + lineAndProperty);
    }

    /** A captured page. */
    public Node page(String project, String page8) {
        return iri("page/" + project + "/" + page8);
    }

    /** Lines of a captured page. */
    public Node lines(String project, String page8, Lines lines) {
        return iri("page/" + project + "/" + page8 + "#" + lines.fragment());
    }

    /** The named graph of claims. */
    public Node provenanceGraph() {
        return iri("graph/provenance");
    }

    /** The named graph of decisions about names. */
    public Node matchesGraph() {
        return iri("graph/matches");
    }

    private Node iri(String path) {
        return NodeFactory.createURI(base + path);
    }
}
