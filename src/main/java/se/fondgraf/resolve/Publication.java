package se.fondgraf.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bodies as they are published: how each is called, where it belongs, and what the register knows of it. */
final class Publication {
    private static final int LONGEST_ACRONYM = 6;

    private final Resolver resolver;
    private final Map<String, Gathered> bodies;
    private final Unions unions;

    Publication(Resolver resolver, Map<String, Gathered> bodies, Unions unions) {
        this.resolver = resolver;
        this.bodies = bodies;
        this.unions = unions;
    }

    /** All bodies that stay, and the legal bodies and movements they belong to, by slug. */
    NavigableMap<String, Body> all() {
        NavigableMap<String, Gathered> staying = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            Gathered stays = staying.computeIfAbsent(unions.find(slug), key -> new Gathered(identity(key), true));
            boolean brought = unions.rule(slug) == NameRule.DECIDED;
            body.spellings.forEach((name, count) -> stays.spellings.merge(name, brought ? 0 : count, Integer::sum));
            stays.numbers.addAll(body.numbers);
        });
        NavigableMap<String, Body> all = new TreeMap<>();
        staying.forEach((slug, body) -> all.put(slug, body(body)));
        Deque<Body> unseen = new ArrayDeque<>(all.values());
        while (!unseen.isEmpty()) {
            Identity body = unseen.remove().identity();
            Stream.concat(body.parent().stream(), body.linkedTo().stream())
                    .filter(slug -> !all.containsKey(slug))
                    .forEach(slug -> {
                        Body unnamed = body(new Gathered(identity(slug).under(Optional.empty()), true));
                        all.put(slug, unnamed);
                        unseen.add(unnamed);
                    });
        }
        return all;
    }

    private Identity identity(String slug) {
        return identityOf(slug).orElseThrow(() -> new IllegalArgumentException("nothing names the body " + slug));
    }

    /** The body of that slug, where a page or the register names it. */
    Optional<Identity> identityOf(String slug) {
        Gathered body = bodies.get(slug);
        return body == null
                ? known(slug).map(resolver.bodies()::known).map(found -> found.as(slug))
                : Optional.of(body.identity());
    }

    /** The register's body of that slug, or the one that people say is that body now. */
    private Optional<Organization> known(String slug) {
        OrganizationRegister register = resolver.register();
        return register.bySlug(slug)
                .or(() -> resolver.decisions().sameBodies().stream()
                        .filter(row -> unions.find(row.subject()).equals(slug))
                        .flatMap(row -> register.bySlug(row.subject()).stream())
                        .min(Comparator.comparing(Organization::slug)));
    }

    String label(String slug) {
        Gathered body = bodies.get(slug);
        return body == null ? slug : label(body);
    }

    private String label(Gathered body) {
        return body.identity()
                .label()
                .orElseGet(() -> body.spellings.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Integer> entry) -> isHidden(entry.getKey()))
                                .thenComparingInt(entry -> -entry.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse(body.identity().slug()));
    }

    private Body body(Gathered body) {
        String preferred = label(body);
        List<String> others = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (String spelling : body.spellings.keySet()) {
            if (!spelling.equals(preferred)) {
                (isHidden(spelling) ? hidden : others).add(spelling);
            }
        }
        Optional<Organization> known = known(body.identity().slug());
        Optional<String> stated = body.numbers.size() == 1 ? Optional.of(body.numbers.first()) : Optional.empty();
        return new Body(
                placement().place(body.identity()),
                preferred,
                others,
                hidden,
                known.flatMap(Organization::number).or(() -> stated),
                known.flatMap(Organization::governs),
                known.flatMap(Organization::successor),
                known.filter(organization -> organization.governs().isEmpty()).flatMap(Organization::wikidata));
    }

    private Placement placement() {
        return new Placement(resolver.decisions(), unions::find, this::identityOf);
    }

    private boolean isHidden(String spelling) {
        return isShouted(spelling) || resolver.form(spelling) instanceof NameForm.Cut;
    }

    /** In capitals throughout, and too long for an acronym: {@code MALMÖ KOMMUN}. */
    private static boolean isShouted(String spelling) {
        return spelling.codePoints().filter(Character::isLetter).count() > LONGEST_ACRONYM
                && spelling.codePoints().noneMatch(Character::isLowerCase);
    }
}
