package se.fondgraf.resolve;

import java.nio.file.Path;
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
    private static final String SAME_NAME =
            "Namnen är lika så när som på versaler, mellanrum, skiljetecken och bolagsform.";

    private final OrganizationRegister register;
    private final NameParser parser;
    private final PlaceRegister places;
    private final RegisteredBodies bodies;
    private final DepartmentRule departments;
    private final CutNameRule cuts;
    private final Decisions decisions;
    private final DecidedNames decided;
    private final Map<String, NameForm> parsed = new ConcurrentHashMap<>();

    private Resolver(OrganizationRegister register, PlaceRegister places, Decisions decisions) {
        this.register = register;
        this.places = places;
        this.bodies = new RegisteredBodies(register);
        this.departments = new DepartmentRule(register, bodies);
        this.cuts = new CutNameRule(this, bodies, departments, places);
        this.decisions = decisions;
        this.decided = new DecidedNames(decisions, slug -> register.bySlug(slug).map(bodies::known));
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

    RegisteredBodies bodies() {
        return bodies;
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
    Verdict decide(String name, ProjectMentions project, boolean owner) {
        return decided.over(judge(name, project, owner), project, name);
    }

    private Verdict judge(String name, ProjectMentions project, boolean owner) {
        return switch (form(name)) {
            case NameForm.Masked masked ->
                Verdict.of(
                        RegisteredBodies.own(Slug.of(NormalName.of(name)), "unknown", project),
                        NameRule.MASKED_NAME,
                        "En del av namnet var kontaktuppgifter och är dold.");
            case NameForm.Registered registered -> registered(registered, project);
            case NameForm.Located located -> located(located, project);
            case NameForm.Unit unit -> unit(unit, project);
            case NameForm.Department department -> departments.resolve(department, project, owner);
            case NameForm.Cut cut -> cuts.resolve(cut, name, project);
            case NameForm.Plain plain -> plain(plain, name, project, owner);
        };
    }

    private static Verdict ambiguous(String name, List<Organization> named, ProjectMentions project) {
        return Verdict.open(
                RegisteredBodies.own(Slug.of(name), named.getFirst().kind(), project),
                NameRule.AMBIGUOUS,
                "Flera organisationer har haft namnet, och projektets start säger inte vilken som menas.",
                named.stream().map(Organization::slug).toList());
    }

    private Verdict registered(NameForm.Registered form, ProjectMentions project) {
        Optional<Organization> found = RegisteredBodies.inYear(form.name(), form.bodies(), project);
        if (found.isEmpty()) {
            return ambiguous(form.name(), form.bodies(), project);
        }
        Organization body = found.get();
        if (body.sites() == Organization.Sites.ONE || body.sites() == Organization.Sites.WHOLE) {
            return Verdict.of(
                    bodies.known(body),
                    NameRule.REGISTER,
                    "Enligt registret är det ett namn på " + body.name()
                            + project.year()
                                    .map(year -> ", prövat för år " + year)
                                    .orElse("") + ".");
        }
        boolean legal = body.sites() != Organization.Sites.CLASS;
        Identity own = RegisteredBodies.own(legal ? body.slug() : Slug.of(form.name()), body.kind(), project);
        Identity placed = switch (body.sites()) {
            case OFFICES -> own.under(Optional.of(bodies.top(body)));
            case MOVEMENT -> RegisteredBodies.linked(own, body);
            default -> own;
        };
        return Verdict.of(
                placed,
                NameRule.MULTI_SITE_ALONE,
                "Namnet säger inte vilken ort eller vilken av flera likadana organisationer som menas.");
    }

    Verdict located(NameForm.Located form, ProjectMentions project) {
        Optional<Organization> found = RegisteredBodies.inYear(form.name(), form.bodies(), project);
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
                RegisteredBodies.hasUnits(body) ? Optional.of(bodies.top(body)) : Optional.empty(),
                Optional.empty(),
                seat.map(Municipality::code),
                false);
        boolean movement = body.sites() != Organization.Sites.CLASS && !RegisteredBodies.hasUnits(body);
        Identity placed = movement ? RegisteredBodies.linked(local, body) : local;
        return Verdict.of(
                placed,
                NameRule.LOCAL_BODY,
                "Namnet är " + body.name() + " med platsen " + capitalised(form.place()) + ".");
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
        Optional<Organization> found = RegisteredBodies.inYear(form.name(), form.bodies(), project);
        return found.isEmpty()
                ? ambiguous(form.name() + " " + form.unit(), form.bodies(), project)
                : Verdict.of(
                        bodies.part(found.get(), form.unit(), form.written()),
                        NameRule.UNIT,
                        "Namnet säger att det är en del av " + found.get().name() + ".");
    }

    private Verdict plain(NameForm.Plain form, String name, ProjectMentions project, boolean owner) {
        Optional<Organization> holder = owner ? project.number().flatMap(register::byNumber) : Optional.empty();
        if (holder.isPresent()) {
            Organization body = holder.get();
            return Verdict.of(
                    parser.namesUnit(name) || body.governs().isPresent()
                            ? bodies.part(body, form.key(), name)
                            : bodies.known(body),
                    NameRule.SAME_NUMBER,
                    "Organisationsnumret " + body.number().orElse("") + " är " + body.name() + ".");
        }
        Optional<Organization> spelt = register.bySlug(Slug.of(NormalName.of(name)));
        if (spelt.isPresent()) {
            return registered(new NameForm.Registered(NormalName.of(name), List.of(spelt.get())), project);
        }
        if (NormalName.of(project.title()).equals(NormalName.of(name))) {
            return Verdict.of(
                    RegisteredBodies.own(Slug.of(form.key()), "project", project),
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
