package se.fondgraf.resolve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.fondgraf.name.Hash;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * The first pass: which body each name of a project means, from the name, the project and the registers alone, so that
 * no other page can change it. May be used by several threads.
 */
public final class Resolver {
    private static final int MOST_CANDIDATES = 10;
    private static final String SAME_NAME =
            "Namnen är lika så när som på versaler, mellanrum, skiljetecken och bolagsform.";

    private final OrganizationRegister register;
    private final NameParser parser;
    private final PlaceRegister places;
    private final Map<String, NameForm> parsed = new ConcurrentHashMap<>();

    private final Decisions decisions;
    private final DecidedNames decided;

    private Resolver(OrganizationRegister register, PlaceRegister places, Decisions decisions) {
        this.register = register;
        this.places = places;
        this.decisions = decisions;
        this.decided = new DecidedNames(decisions, slug -> register.bySlug(slug).map(this::known));
        this.parser = new NameParser(register, NameWords.bundled());
    }

    /** A resolver that knows the registers of {@code ontology/}, and nobody's judgements. */
    public static Resolver bundled(PlaceRegister places) {
        OrganizationRegister register = OrganizationRegister.bundled(places);
        return new Resolver(register, places, Decisions.none(register));
    }

    /**
     * A resolver that knows the registers and {@code decisions.csv} of {@code ontology/}, and the judgements of these
     * files, which win over it, the last first.
     *
     * @param base under which full IRIs of the files lie
     * @throws se.fondgraf.curated.CuratedFileException when a file cannot be used, with its line
     */
    public static Resolver deciding(PlaceRegister places, List<Path> files, String base) {
        OrganizationRegister register = OrganizationRegister.bundled(places);
        return new Resolver(register, places, Decisions.read(files, base, places, register));
    }

    Decisions decisions() {
        return decisions;
    }

    /** The register it knows. */
    public OrganizationRegister register() {
        return register;
    }

    NameParser parser() {
        return parser;
    }

    NameForm form(String name) {
        return parsed.computeIfAbsent(name, parser::parse);
    }

    /** A verdict for each name of the project, by the name as written; the same name in two roles is one body. */
    public Map<String, Verdict> resolve(ProjectMentions project) {
        Map<String, Boolean> owners = new HashMap<>();
        project.mentions()
                .forEach(mention -> owners.merge(NormalName.of(mention.name()), mention.isOwner(), Boolean::logicalOr));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (ProjectMentions.Mention mention : project.mentions()) {
            verdicts.computeIfAbsent(
                    mention.name(),
                    name -> decide(name, project, Boolean.TRUE.equals(owners.get(NormalName.of(name)))));
        }
        return verdicts;
    }

    /**
     * The verdict on a name that stands on no page, for somebody who asks. Nothing is kept of it, so that any number of
     * names may be asked about.
     *
     * @param municipalities codes of those that it may have to do with
     * @param year in which it was that body's name
     */
    public Verdict resolve(String name, List<String> municipalities, Optional<Integer> year) {
        boolean known = parsed.containsKey(name);
        try {
            return judge(
                    name,
                    new ProjectMentions("", "", year, municipalities, Optional.empty(), Optional.empty(), List.of()),
                    false);
        } finally {
            if (!known) {
                parsed.remove(name);
            }
        }
    }

    /** What people decided, else what the rules say. */
    private Verdict decide(String name, ProjectMentions project, boolean owner) {
        return decided.over(judge(name, project, owner), project, name);
    }

    private Verdict judge(String name, ProjectMentions project, boolean owner) {
        return switch (form(name)) {
            case NameForm.Masked masked ->
                Verdict.of(
                        own(Slug.of(NormalName.of(name)), "unknown", project),
                        NameRule.MASKED_NAME,
                        "En del av namnet var kontaktuppgifter och är dold.");
            case NameForm.Registered registered -> registered(registered, project);
            case NameForm.Located located -> located(located, project);
            case NameForm.Unit unit -> unit(unit, project);
            case NameForm.Department department -> department(department, project, owner);
            case NameForm.Cut cut -> cut(cut, name, project);
            case NameForm.Plain plain -> plain(plain, name, project, owner);
        };
    }

    private static Identity own(String slug, String kind, ProjectMentions project) {
        return Identity.plain(slug + "-of-" + project.project(), kind, true);
    }

    /** The body that had the name when the project began; if none had, the only one that ever had it. */
    private static Optional<Organization> inYear(String name, List<Organization> bodies, ProjectMentions project) {
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

    private Verdict ambiguous(String name, List<Organization> bodies, ProjectMentions project) {
        return Verdict.open(
                own(Slug.of(name), bodies.getFirst().kind(), project),
                NameRule.AMBIGUOUS,
                "Flera organisationer har haft namnet, och projektets start säger inte vilken som menas.",
                bodies.stream().map(Organization::slug).toList());
    }

    private Verdict registered(NameForm.Registered form, ProjectMentions project) {
        Optional<Organization> found = inYear(form.name(), form.bodies(), project);
        if (found.isEmpty()) {
            return ambiguous(form.name(), form.bodies(), project);
        }
        Organization body = found.get();
        if (body.sites() == Organization.Sites.ONE || body.sites() == Organization.Sites.WHOLE) {
            return Verdict.of(
                    known(body),
                    NameRule.REGISTER,
                    "Enligt registret är det ett namn på " + body.name()
                            + project.year()
                                    .map(year -> ", prövat för år " + year)
                                    .orElse("") + ".");
        }
        boolean legal = body.sites() != Organization.Sites.CLASS;
        Identity own = own(legal ? body.slug() : Slug.of(form.name()), body.kind(), project);
        Identity placed = switch (body.sites()) {
            case OFFICES -> own.under(Optional.of(top(body)));
            case MOVEMENT -> linked(own, body);
            default -> own;
        };
        return Verdict.of(
                placed,
                NameRule.MULTI_SITE_ALONE,
                "Namnet säger inte vilken ort eller vilken av flera likadana organisationer som menas.");
    }

    /** The body of the register. */
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

    private static Identity linked(Identity body, Organization movement) {
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
    private String top(Organization body) {
        return body.parent().flatMap(register::bySlug).map(this::top).orElse(body.slug());
    }

    private Verdict located(NameForm.Located form, ProjectMentions project) {
        Optional<Organization> found = inYear(form.name(), form.bodies(), project);
        if (found.isEmpty()) {
            return ambiguous(form.name() + " " + form.place(), form.bodies(), project);
        }
        Organization body = found.get();
        if (body.sites() == Organization.Sites.CLASS && !body.kind().equals("coordination-body")) {
            String name = form.name() + " " + form.place();
            return Verdict.of(Identity.plain(Slug.of(name), body.kind(), false), NameRule.SAME_NAME, SAME_NAME);
        }
        Optional<Municipality> seat = places.municipality(form.place())
                .or(() -> places.municipality(form.place().split(" ")[0]));
        Identity local = new Identity(
                body.slug() + "-" + Slug.of(form.place()),
                body.kind(),
                Optional.of(body.name() + " " + capitalised(form.place())),
                hasUnits(body) ? Optional.of(top(body)) : Optional.empty(),
                Optional.empty(),
                seat.map(Municipality::code),
                false);
        boolean movement = body.sites() != Organization.Sites.CLASS && !hasUnits(body);
        Identity placed = movement ? linked(local, body) : local;
        return Verdict.of(
                placed,
                NameRule.LOCAL_BODY,
                "Namnet är " + body.name() + " med platsen " + capitalised(form.place()) + ".");
    }

    /** Whether its local bodies are parts of it; those of a union or movement are bodies of their own. */
    private static boolean hasUnits(Organization body) {
        return body.sites() == Organization.Sites.OFFICES
                || (body.sites() == Organization.Sites.WHOLE && !body.kind().equals("union"));
    }

    private static String capitalised(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.split(" ")) {
            out.append(out.isEmpty() ? "" : " ");
            out.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    private Verdict unit(NameForm.Unit form, ProjectMentions project) {
        Optional<Organization> found = inYear(form.name(), form.bodies(), project);
        return found.isEmpty()
                ? ambiguous(form.name() + " " + form.unit(), form.bodies(), project)
                : Verdict.of(
                        part(found.get(), form.unit(), form.written()),
                        NameRule.UNIT,
                        "Namnet säger att det är en del av " + found.get().name() + ".");
    }

    private Identity part(Organization body, String unit, String written) {
        return new Identity(
                body.slug() + "-" + Slug.of(unit),
                body.kind(),
                Optional.of(body.name() + ", " + written),
                Optional.of(top(body)),
                Optional.empty(),
                body.seat(),
                false);
    }

    /**
     * Whose department it is: by the owner's number, then by the domain of its e-mail, then by the project's only
     * municipality.
     */
    private Verdict department(NameForm.Department form, ProjectMentions project, boolean owner) {
        Optional<Organization> byNumber = owner ? project.number().flatMap(register::byNumber) : Optional.empty();
        Optional<Municipality> byDomain = owner ? project.domain().flatMap(register::ofDomain) : Optional.empty();
        if (byNumber.isPresent()) {
            return attributed(
                    form,
                    byNumber.get(),
                    "organisationsnumret " + byNumber.get().number().orElse(""));
        } else if (byDomain.isPresent()) {
            return attributed(
                    form,
                    register.ofMunicipality(byDomain.get().code()),
                    "e-postens domän " + project.domain().orElse(""));
        } else if (project.municipalities().size() == 1
                && !(owner && project.domain().filter(this::speaksAgainst).isPresent())) {
            return attributed(
                    form, register.ofMunicipality(project.municipalities().getFirst()), "projektets enda kommun");
        }
        return Verdict.open(
                own(Slug.of(form.written()), "unknown", project),
                NameRule.DEPARTMENT_ALONE,
                "Namnet är en förvaltning eller enhet utan sin kommun; samma namn finns i många kommuner.",
                candidates(form, project));
    }

    /** The same part of each of the project's municipalities. */
    private List<String> candidates(NameForm.Department form, ProjectMentions project) {
        return project.municipalities().stream()
                .limit(MOST_CANDIDATES)
                .map(register::ofMunicipality)
                .map(body -> part(body, form.unit(), form.written()).slug())
                .toList();
    }

    /** Whether the domain is that of some other known body, so that the owner is hardly a municipality's. */
    private boolean speaksAgainst(String domain) {
        return domain.equals("lansstyrelsen.se") || domain.endsWith("svenskakyrkan.se");
    }

    private Verdict attributed(NameForm.Department form, Organization body, String evidence) {
        return Verdict.of(
                part(body, form.unit(), form.written()),
                NameRule.ATTRIBUTED,
                "Avdelningen hör till " + body.name() + " enligt " + evidence + ".");
    }

    /**
     * A cut name is completed only by one other name of its own project; its body may be known even where the part is
     * not.
     */
    private Verdict cut(NameForm.Cut form, String name, ProjectMentions project) {
        List<String> longer = new ArrayList<>();
        for (ProjectMentions.Mention other : project.mentions()) {
            String normal = NormalName.of(other.name());
            if (normal.length() > form.normal().length()
                    && normal.startsWith(form.normal())
                    && !(form(other.name()) instanceof NameForm.Cut)) {
                longer.add(other.name());
            }
        }
        if (longer.stream().map(NormalName::of).distinct().count() == 1) {
            Verdict whole = decide(longer.getFirst(), project, false);
            return Verdict.of(
                    whole.body(),
                    NameRule.COMPLETED,
                    "Namnet är avhugget vid 30 tecken; i samma projekt finns det hela namnet " + longer.getFirst()
                            + ".");
        }
        Optional<Verdict> placed = placed(form, project);
        if (placed.isPresent()) {
            return placed.get();
        }
        Identity body = own(Slug.of(NormalName.of(name)), "unknown", project);
        Optional<String> parent = switch (form.start()) {
            case NameForm.Unit unit ->
                inYear(unit.name(), unit.bodies(), project).map(this::top);
            case NameForm.Located located ->
                inYear(located.name(), located.bodies(), project)
                        .filter(Resolver::hasUnits)
                        .map(this::top);
            default -> Optional.empty();
        };
        return Verdict.open(
                body.under(parent),
                NameRule.CUT_NAME,
                "Namnet är avhugget vid 30 tecken; hur det fortsätter är inte känt.",
                form.start() instanceof NameForm.Department department ? candidates(department, project) : List.of());
    }

    /** A cut place that the name of exactly one of the project's municipalities completes. */
    private Optional<Verdict> placed(NameForm.Cut form, ProjectMentions project) {
        if (!(form.start() instanceof NameForm.Located start)) {
            return Optional.empty();
        }
        List<Municipality> whole = places.municipalities().stream()
                .filter(place -> project.municipalities().contains(place.code()))
                .filter(place -> place.name().toLowerCase(Locale.ROOT).startsWith(start.place()))
                .toList();
        if (whole.size() != 1) {
            return Optional.empty();
        }
        NameForm.Located located = new NameForm.Located(
                start.name(), start.bodies(), whole.getFirst().name(), start.written());
        return Optional.of(Verdict.of(
                located(located, project).body(),
                NameRule.COMPLETED,
                "Namnet är avhugget vid 30 tecken; av projektets kommuner börjar bara "
                        + whole.getFirst().name() + " så."));
    }

    private Verdict plain(NameForm.Plain form, String name, ProjectMentions project, boolean owner) {
        Optional<Organization> holder = owner ? project.number().flatMap(register::byNumber) : Optional.empty();
        if (holder.isPresent()) {
            Organization body = holder.get();
            return Verdict.of(
                    parser.namesUnit(name) || body.governs().isPresent() ? part(body, form.key(), name) : known(body),
                    NameRule.SAME_NUMBER,
                    "Organisationsnumret " + body.number().orElse("") + " är " + body.name() + ".");
        }
        Optional<Organization> spelt = register.bySlug(Slug.of(NormalName.of(name)));
        if (spelt.isPresent()) {
            return registered(new NameForm.Registered(NormalName.of(name), List.of(spelt.get())), project);
        }
        if (NormalName.of(project.title()).equals(NormalName.of(name))) {
            return Verdict.of(
                    own(Slug.of(form.key()), "project", project),
                    NameRule.PROJECT_NAME,
                    "Namnet är projektets eget; det kan vara en verksamhet som bara finns där.");
        }
        return Verdict.of(
                Identity.plain(free(form.key(), name), parser.kind(name), false), NameRule.SAME_NAME, SAME_NAME);
    }

    /**
     * The slug of a name that no body of the register has; the legal form keeps {@code Region Östergötland AB} from
     * being the region.
     */
    private String free(String key, String name) {
        String slug = Slug.of(key);
        return register.bySlug(slug).isEmpty()
                ? slug
                : Slug.of(NormalName.of(name)) + "-" + Hash.of(name).substring(0, 6);
    }
}
