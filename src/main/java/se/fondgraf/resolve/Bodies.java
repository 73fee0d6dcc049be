package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.fondgraf.name.Slug;

/**
 * The second pass: all bodies of a run with their spellings, and what only all pages together tell: bodies of one
 * organisation number, one name with two numbers, one name with other spaces, a cut name that a part of the same
 * municipality completes. Gather first, then settle, then ask. The order of gathering does not matter. Not for several
 * threads while gathering; afterwards for any number.
 */
public final class Bodies {
    private static final Pattern INNER_I = Pattern.compile("(?<=-)i-");

    private final Resolver resolver;
    private final NavigableMap<String, Gathered> bodies = new TreeMap<>();
    private final Set<String> plain = new HashSet<>();
    private final NavigableMap<String, String> cutUnits = new TreeMap<>();
    private final Map<String, NavigableSet<String>> contested = new HashMap<>();
    private final Map<String, Decision> moved = new HashMap<>();
    private final List<ProjectMentions> pending = new ArrayList<>();
    private final Set<String> mentions = new HashSet<>();
    private Unions unions = new Unions();

    public Bodies(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Takes in a project's mentions, once for each project. */
    public void gather(ProjectMentions project) {
        Map<String, Verdict> verdicts = resolver.resolve(project);
        verdicts.forEach((name, verdict) -> {
            if (verdict.rule() == NameRule.SAME_NAME) {
                plain.add(verdict.body().slug());
                owned(project, name)
                        .ifPresent(number -> contested
                                .computeIfAbsent(verdict.body().slug(), slug -> new TreeSet<>())
                                .add(number));
            } else if (verdict.rule() == NameRule.CUT_NAME
                    && verdict.body().parent().isPresent()) {
                cutUnits.put(verdict.body().slug(), name);
            }
        });
        if (!resolver.decisions().all().isEmpty()) {
            verdicts.keySet().forEach(name -> mentions.add(mention(project, name)));
        }
        pending.add(project);
    }

    /** The number that the page states for this name: the owner's, unless the name is that of a part. */
    private Optional<String> owned(ProjectMentions project, String name) {
        boolean owner = project.mentions().stream()
                .anyMatch(mention -> mention.isOwner() && mention.name().equals(name));
        return owner && !resolver.parser().namesUnit(name) ? project.number() : Optional.empty();
    }

    /** Settles what all pages together tell. Once, after gathering. */
    public void settle() {
        do {
            bodies.clear();
            unions = new Unions();
            pending.forEach(this::take);
            decideBodies();
            uniteByNumber();
            uniteBySpelling();
            uniteProjectBodies();
            completeCutUnits();
        } while (moveApart());
        pending.clear();
    }

    private void take(ProjectMentions project) {
        resolver.resolve(project).forEach((name, byProject) -> {
            Verdict verdict = moved(byProject, project, name);
            Identity identity = numbered(verdict, project, name);
            boolean decided = verdict.rule() == NameRule.DECIDED;
            Gathered body = gathered(identity, !decided);
            body.spellings.merge(name, decided ? 0 : 1, Integer::sum);
            body.municipalities.addAll(project.municipalities());
            boolean meant = decided
                    && !identity.own()
                    && identity.parent().isEmpty()
                    && resolver.register().bySlug(identity.slug()).isEmpty();
            if (verdict.rule() == NameRule.SAME_NAME || meant) {
                owned(project, name).ifPresent(body.numbers::add);
            }
            if (decided && resolver.decisions().meaning(project.project(), name).isEmpty()) {
                unions.keepAlone(identity.slug());
            }
        });
    }

    /** People's judgements about whole bodies come before every rule. */
    private void decideBodies() {
        Decisions decisions = resolver.decisions();
        decisions.sameBodies().forEach(row -> unions.decide(row.subject(), row.object()));
        decisions.differentBodies().forEach(row -> unions.keepApart(row.subject(), row.object()));
        for (Gathered body : List.copyOf(bodies.values())) {
            String stays = unions.find(body.identity().slug());
            if (!stays.equals(body.identity().slug())) {
                gathered(
                        publication()
                                .identityOf(stays)
                                .orElseGet(() -> body.identity().as(stays)),
                        false);
            }
        }
    }

    /** Finds the names that the rules unite, by way of other pages, with a body that people say they are not. */
    private boolean moveApart() {
        int before = moved.size();
        if (resolver.decisions().tellMentionsApart()) {
            pending.forEach(project -> resolver.resolve(project).forEach((name, verdict) -> {
                String slug = unions.find(
                        numbered(moved(verdict, project, name), project, name).slug());
                resolver.decisions().apart(project.project(), name).stream()
                        .filter(row -> verdict.rule() != NameRule.DECIDED)
                        .filter(row -> unions.find(row.object()).equals(slug))
                        .findFirst()
                        .ifPresent(row -> moved.putIfAbsent(mention(project, name), row));
            }));
        }
        return moved.size() > before;
    }

    private Verdict moved(Verdict verdict, ProjectMentions project, String name) {
        Decision row = moved.isEmpty() ? null : moved.get(mention(project, name));
        return row == null ? verdict : DecidedNames.apart(verdict, project, row);
    }

    private static String mention(ProjectMentions project, String name) {
        return Decision.mention(project.project(), Slug.of(name));
    }

    private Gathered gathered(Identity identity, boolean byRule) {
        Gathered body = bodies.computeIfAbsent(identity.slug(), slug -> new Gathered(identity, byRule));
        body.see(identity, byRule);
        return body;
    }

    /**
     * One name with several numbers is several bodies: the one with the lowest number keeps the plain IRI, and a
     * mention without a number stays its project's own, because nothing tells which is meant.
     */
    private Identity numbered(Verdict verdict, ProjectMentions project, String name) {
        Identity body = verdict.body();
        NavigableSet<String> numbers = contested.getOrDefault(body.slug(), new TreeSet<>());
        if (numbers.size() < 2 || verdict.rule() == NameRule.DECIDED) {
            return body;
        }
        Optional<String> number = owned(project, name);
        if (number.isEmpty()) {
            return Identity.plain(body.slug() + "-of-" + project.project(), body.kind(), true);
        }
        return number.get().equals(numbers.first())
                ? body
                : Identity.plain(body.slug() + "-" + number.get().replace("-", ""), body.kind(), false);
    }

    private void uniteByNumber() {
        Map<String, List<String>> alike = new TreeMap<>();
        bodies.forEach((slug, body) -> body.numbers.forEach(number ->
                alike.computeIfAbsent(number, key -> new ArrayList<>()).add(slug)));
        alike.values().forEach(slugs -> uniteAll(slugs, NameRule.SAME_NUMBER));
    }

    /** Every one with every other, because some may be told apart. */
    private void uniteAll(List<String> slugs, NameRule rule) {
        for (int i = 0; i < slugs.size(); i++) {
            for (int j = i + 1; j < slugs.size(); j++) {
                unions.unite(slugs.get(i), slugs.get(j), rule);
            }
        }
    }

    /** {@code Jobbpunkt Väst} is {@code JobbpunktVäst}, unless their numbers say otherwise. */
    private void uniteBySpelling() {
        Map<String, List<String>> alike = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (plain.contains(slug)
                    || (!body.identity().own() && body.identity().parent().isPresent())) {
                alike.computeIfAbsent(
                                body.identity().parent().orElse("") + " " + compact(slug), key -> new ArrayList<>())
                        .add(slug);
            }
        });
        for (List<String> slugs : alike.values()) {
            NavigableSet<String> numbers = new TreeSet<>();
            slugs.forEach(slug -> numbers.addAll(gathered(slug).numbers));
            if (slugs.size() > 1 && numbers.size() < 2) {
                uniteAll(slugs, NameRule.SAME_NAME);
            }
        }
    }

    private Gathered gathered(String slug) {
        Gathered body = bodies.get(slug);
        if (body == null) {
            throw new IllegalArgumentException("no page names the body " + slug);
        }
        return body;
    }

    private static String compact(String slug) {
        return INNER_I.matcher(slug).replaceAll("").replace("-", "");
    }

    /** Bodies named like their projects are one where they share a municipality. */
    private void uniteProjectBodies() {
        Map<String, List<String>> alike = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (body.identity().kind().equals("project") || plain.contains(slug)) {
                String name = body.identity().own() ? slug.substring(0, slug.lastIndexOf("-of-")) : slug;
                alike.computeIfAbsent(compact(name), key -> new ArrayList<>()).add(slug);
            }
        });
        for (List<String> slugs : alike.values()) {
            for (int i = 0; i < slugs.size(); i++) {
                for (int j = i + 1; j < slugs.size(); j++) {
                    Gathered a = gathered(slugs.get(i));
                    Gathered b = gathered(slugs.get(j));
                    boolean near = a.municipalities.stream().anyMatch(b.municipalities::contains);
                    if (near && (a.identity().own() || b.identity().own())) {
                        unions.unite(slugs.get(i), slugs.get(j), NameRule.SAME_NAME);
                    }
                }
            }
        }
    }

    /** A cut part of a known body is the only part of that body whose name begins so. */
    private void completeCutUnits() {
        NavigableMap<String, Set<String>> whole = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (!body.identity().own()) {
                whole.computeIfAbsent(compact(slug), key -> new TreeSet<>()).add(unions.find(slug));
            }
        });
        cutUnits.forEach((slug, name) -> {
            if (resolver.form(name) instanceof NameForm.Cut cut && cut.start() instanceof NameForm.Unit start) {
                String beginning = compact(start.bodies().getFirst().slug() + "-" + Slug.of(start.unit()));
                Set<String> complete = new TreeSet<>();
                whole.subMap(beginning, true, beginning + Character.MAX_VALUE, false)
                        .values()
                        .forEach(complete::addAll);
                if (complete.size() == 1) {
                    unions.redirect(slug, complete.iterator().next(), NameRule.COMPLETED);
                }
            }
        });
    }

    /** The verdict on a name, as all pages together tell. */
    public Verdict settled(Verdict byProject, ProjectMentions project, String name) {
        Verdict verdict = moved(byProject, project, name);
        Identity numbered = numbered(verdict, project, name);
        String stays = unions.find(numbered.slug());
        if (verdict.rule() == NameRule.DECIDED) {
            return verdict.withBody(gathered(stays).identity().own(DecidedNames.isOwn(stays, project)));
        } else if (!stays.equals(numbered.slug())) {
            NameRule rule = unions.rule(numbered.slug());
            return Verdict.of(gathered(stays).identity(), rule, evidence(rule, numbered.slug(), stays));
        }
        return numbered.equals(verdict.body())
                ? verdict
                : Verdict.of(
                        numbered,
                        NameRule.DIFFERENT_NUMBER,
                        "Samma namn men olika organisationsnummer är olika organisationer.");
    }

    private String evidence(NameRule rule, String slug, String stays) {
        String name = label(stays);
        return switch (rule) {
            case SAME_NUMBER -> "Samma organisationsnummer som " + name + ".";
            case COMPLETED ->
                "Namnet är avhugget vid 30 tecken; " + name + " är den enda del av samma organisation som börjar så.";
            case DECIDED ->
                resolver.decisions().sameBody(slug).map(Decision::evidence).orElseThrow();
            default -> "Samma namn som " + name + " så när som på mellanrum, och ingenting talar emot.";
        };
    }

    /** What an operator should know of decisions that these pages cannot carry out, with file and line. */
    public List<String> notices() {
        return new DecisionNotices(
                        mentions,
                        bodies::containsKey,
                        slug -> resolver.register().bySlug(slug).isPresent()
                                || (bodies.containsKey(slug) && gathered(slug).isNamed()))
                .of(resolver.decisions().all());
    }

    /** All bodies that stay, and the legal bodies and movements they belong to, by slug. */
    public NavigableMap<String, Body> all() {
        return publication().all();
    }

    private Publication publication() {
        return new Publication(resolver, bodies, unions);
    }

    /** Every slug that was given up, with the slug of the body it is. */
    public NavigableMap<String, String> merged() {
        return unions.merged();
    }

    /** How the body of that slug is called. */
    public String label(String slug) {
        return publication().label(slug);
    }
}
