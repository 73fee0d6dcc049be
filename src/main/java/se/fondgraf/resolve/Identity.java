package se.fondgraf.resolve;

import java.util.Optional;

/**
 * The body that a mention means, as far as the name, its project and the registers tell.
 *
 * @param slug its name in IRIs
 * @param kind notation of the code list {@code organization-kind}
 * @param label how it is called, where that is known beforehand
 * @param parent slug of the legal body it is a part of
 * @param linkedTo slug of the movement it belongs to
 * @param seat municipality code
 * @param own whether it is known inside one project only
 */
public record Identity(
        String slug,
        String kind,
        Optional<String> label,
        Optional<String> parent,
        Optional<String> linkedTo,
        Optional<String> seat,
        boolean own) {
    /** A body known from pages alone. */
    static Identity plain(String slug, String kind, boolean own) {
        return new Identity(slug, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), own);
    }

    Identity under(Optional<String> body) {
        return new Identity(slug, kind, label, body, linkedTo, seat, own);
    }

    /** The same under another slug, one that no project has for itself. */
    Identity as(String name) {
        return new Identity(name, kind, label, parent, linkedTo, seat, false);
    }

    Identity linkedTo(Optional<String> movement) {
        return new Identity(slug, kind, label, parent, movement, seat, own);
    }

    /** Whether known inside one project only. */
    Identity own(boolean only) {
        return new Identity(slug, kind, label, parent, linkedTo, seat, only);
    }

    Identity at(Optional<String> municipality) {
        return new Identity(slug, kind, label, parent, linkedTo, municipality, own);
    }
}
