package se.fondgraf.rdf;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import se.fondgraf.page.Property;

/** The part a body has in a project. */
public enum Role {
    OWNER("owner", Property.OWNER),
    CO_FINANCIER("co-financier", Property.CO_FINANCIER),
    PARTNER("partner", Property.PARTNER),
    ACTOR("actor", Property.ACTOR);

    private static final List<Role> ALL = List.of(values());

    private final String code;
    private final Property property;

    Role(String code, Property property) {
        this.code = code;
        this.property = property;
    }

    /** Its notation in the code list and in IRIs. */
    public String code() {
        return code;
    }

    /** The concept of the code list. */
    public Node concept() {
        return NodeFactory.createURI(Fg.CODE + "role/" + code);
    }

    /** What pages state it with. */
    public Property property() {
        return property;
    }

    /** The direct link from the project. */
    public Node predicate() {
        return Fg.term(property.key());
    }

    /** The role that a property states. */
    public static Optional<Role> of(Property property) {
        for (Role role : ALL) {
            if (role.property == property) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
