package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Slug;

/**
 * Which body is meant, and who it is, once the register has been found to know a name: the body itself, a part of it,
 * one of a movement.
 *
 * @param register that knows them
 */
record RegisteredBodies(OrganizationRegister register) {
    /** A body that only its project has, since nothing says more. */
    static Identity own(String slug, String kind, ProjectMentions project) {
        return Identity.plain(slug + "-of-" + project.project(), kind, true);
    }

    /** The body that had the name when the project began; if none had, the only one that ever had it. */
    static Optional<Organization> inYear(String name, List<Organization> bodies, ProjectMentions project) {
        if (bodies.size() == 1) {
            return Optional.of(bodies.getFirst());
        }
        List<Organization> then = project.year().isEmpty()
                ? List.of()
                : bodies.stream()
                        .filter(body -> body.isNamed(name, project.year().get()))
                        .toList();
        return then.size() == 1 ? Optional.of(then.getFirst()) : Optional.empty();
    }

    /** The body itself. */
    Identity known(Organization body) {
        return new Identity(
                body.slug(),
                body.kind(),
                Optional.of(body.name()),
                body.parent().map(slug -> top(body)),
                Optional.empty(),
                body.seat(),
                false);
    }

    /** The same as a body of its own that belongs to a movement. */
    static Identity linked(Identity body, Organization movement) {
        return new Identity(
                body.slug(),
                body.kind(),
                body.label(),
                body.parent(),
                Optional.of(movement.slug()),
                body.seat(),
                body.own());
    }

    /** The legal body at the top. */
    String top(Organization body) {
        return body.parent().flatMap(register::bySlug).map(this::top).orElse(body.slug());
    }

    /** Whether its local bodies are parts of it; those of a union or movement are bodies of their own. */
    static boolean hasUnits(Organization body) {
        return body.sites() == Organization.Sites.OFFICES
                || (body.sites() == Organization.Sites.WHOLE && !body.kind().equals("union"));
    }

    /** A part of it, by the name of the part and how that is written. */
    Identity part(Organization body, String unit, String written) {
        return new Identity(
                body.slug() + "-" + Slug.of(unit),
                body.kind(),
                Optional.of(body.name() + ", " + written),
                Optional.of(top(body)),
                Optional.empty(),
                body.seat(),
                false);
    }
}
