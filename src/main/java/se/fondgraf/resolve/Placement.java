package se.fondgraf.resolve;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which legal body a body is a part of, and where it sits, with people's judgements over the registers and names. A
 * parent that a name or register tells gives way where a judgement says the reverse.
 */
final class Placement {
    private final Decisions decisions;
    private final UnaryOperator<String> stays;
    private final Function<String, Optional<Identity>> known;

    /**
     * @param stays the slug that stays of a slug
     * @param known the body of a slug, where a page or the register names it
     */
    Placement(Decisions decisions, UnaryOperator<String> stays, Function<String, Optional<Identity>> known) {
        this.decisions = decisions;
        this.stays = stays;
        this.known = known;
    }

    Identity place(Identity body) {
        Optional<String> seat =
                decisions.seat(body.slug()).map(Decision::object).or(body::seat);
        Optional<String> movement = body.linkedTo().map(stays).filter(slug -> !slug.equals(body.slug()));
        return body.under(top(body)).linkedTo(movement).at(seat);
    }

    private Optional<String> top(Identity body) {
        Set<String> seen = new HashSet<>(Set.of(body.slug()));
        Optional<String> top = Optional.empty();
        Optional<String> at = above(body);
        while (at.isPresent() && seen.add(at.get())) {
            top = at;
            at = known.apply(at.get()).flatMap(this::above);
        }
        return top;
    }

    private Optional<String> above(Identity body) {
        return decided(body.slug())
                .or(() -> body.parent().map(stays).filter(parent -> !isDecidedUnder(parent, body.slug())));
    }

    /** The parent that people say, where anything names it. */
    private Optional<String> decided(String slug) {
        return decisions
                .parent(slug)
                .map(row -> stays.apply(row.object()))
                .filter(parent -> !parent.equals(slug) && known.apply(parent).isPresent());
    }

    private boolean isDecidedUnder(String below, String slug) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(below);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get().equals(slug)) {
                return true;
            }
            at = decided(at.get());
        }
        return false;
    }
}
