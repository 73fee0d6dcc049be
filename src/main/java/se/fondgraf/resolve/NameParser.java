package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fondgraf.name.NormalName;
import se.fondgraf.page.PublishedText;
import se.fondgraf.place.Municipality;

/**
 * Says what a name is by itself: a known body, an office of one, a part of one, a department alone, or a name known
 * from pages alone. Depends on the name and the register, on nothing else.
 */
final class NameParser {
    private static final int CUT_LENGTH = 30;
    private static final int LONGEST_PLACE = 3;
    private static final int LONGEST_BODY = 9;
    private static final Set<String> FORMS = Set.of("kommun", "kommuns", "stad", "stads");
    private static final Set<String> PUBLIC =
            Set.of("agency", "region", "municipality", "university", "church", "municipal-federation");
    private static final Set<String> DEPARTMENT_FIRST =
            Set.of("förvaltningen", "förvaltning", "sektor", "sektorn", "avdelningen", "enheten");
    private static final List<String> PARISH = List.of("församling", "pastorat", "samfällighet", "stift");
    private static final Set<String> DIRECTIONS =
            Set.of("väster", "öster", "norr", "söder", "nord", "syd", "centrum", "city");

    private final OrganizationRegister register;
    private final NameWords words;

    NameParser(OrganizationRegister register, NameWords words) {
        this.register = register;
        this.words = words;
    }

    /** What the name says. */
    NameForm parse(String name) {
        if (PublishedText.holdsMask(name)) {
            return new NameForm.Masked();
        }
        List<String> tokens = tokens(name);
        NameForm form = form(name, tokens);
        return isCut(name, tokens, form) ? new NameForm.Cut(form, String.join(" ", tokens)) : form;
    }

    /** The words of the normal name, abbreviations written out. */
    private List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>();
        for (String word : NormalName.of(name).split(" ")) {
            tokens.addAll(List.of(words.expand(word).split(" ")));
        }
        return tokens;
    }

    private NameForm form(String name, List<String> tokens) {
        return registered(tokens)
                .or(() -> municipal(name, tokens))
                .or(() -> leading(name, tokens))
                .or(() -> trailing(tokens))
                .or(() -> department(name, tokens))
                .orElseGet(() -> new NameForm.Plain(NameTokens.plainKey(tokens)));
    }

    private Optional<NameForm> registered(List<String> tokens) {
        return known(tokens, tokens)
                .or(() -> known(NameTokens.withoutLegalForm(tokens), tokens))
                .or(() ->
                        known(tokens.stream().filter(word -> !word.equals("i")).toList(), tokens))
                .or(() -> twice(tokens));
    }

    /**
     * A public body does not become known by taking a legal form off a name: {@code Region Östergötland AB} is a
     * company.
     */
    private Optional<NameForm> known(List<String> candidate, List<String> written) {
        String normal = String.join(" ", candidate);
        List<Organization> named = register.named(normal);
        boolean stripped = NameTokens.withoutLegalForm(written).size() < written.size() && !candidate.equals(written);
        if (named.isEmpty() || (stripped && PUBLIC.contains(named.getFirst().kind()))) {
            return Optional.empty();
        }
        return Optional.of(new NameForm.Registered(normal, named));
    }

    /** {@code Sveriges lantbruksuniversitet, SLU}: two names of one body. */
    private Optional<NameForm> twice(List<String> tokens) {
        for (int k = 1; k < tokens.size(); k++) {
            List<Organization> first = register.named(String.join(" ", tokens.subList(0, k)));
            if (first.size() == 1 && first.equals(register.named(String.join(" ", tokens.subList(k, tokens.size()))))) {
                return Optional.of(new NameForm.Registered(String.join(" ", tokens.subList(0, k)), first));
            }
        }
        return Optional.empty();
    }

    /** {@code Vimmerby kommun}, {@code Vimmerby kommun, X}, {@code X, Vimmerby kommun}. */
    private Optional<NameForm> municipal(String name, List<String> tokens) {
        for (int length = Math.min(LONGEST_PLACE, tokens.size() - 1); length >= 1; length--) {
            Optional<Municipality> first = municipality(tokens.subList(0, length), tokens.get(length));
            if (first.isPresent()) {
                return municipalUnit(
                        first.get(), name, NameTokens.withoutLinks(tokens.subList(length + 1, tokens.size())), true);
            }
            int start = tokens.size() - length - 1;
            Optional<Municipality> last = municipality(tokens.subList(start, start + length), tokens.getLast());
            if (last.isPresent() && start > 0) {
                boolean comma = name.lastIndexOf(',') > 0;
                return municipalUnit(
                        last.get(), name, NameTokens.withoutTrailingLinks(tokens.subList(0, start)), comma);
            }
        }
        return Optional.empty();
    }

    private Optional<Municipality> municipality(List<String> place, String form) {
        return FORMS.contains(form)
                ? register.places().municipality(String.join(" ", place) + " kommun")
                : Optional.empty();
    }

    /**
     * A part of a municipality; not a company with its name, nor, unless told apart by a comma, a body that only sits
     * there.
     */
    private Optional<NameForm> municipalUnit(
            Municipality municipality, String name, List<String> unit, boolean certain) {
        List<Organization> body = List.of(register.ofMunicipality(municipality.code()));
        if (unit.isEmpty()) {
            return Optional.of(new NameForm.Registered(NormalName.of(name), body));
        }
        boolean company =
                NameTokens.COMPANY.contains(unit.getLast()) || unit.getLast().equals("hb");
        boolean several =
                unit.stream().anyMatch(FORMS::contains) || unit.getFirst().equals("och");
        if (company || several || !(certain || words.isDepartment(unit.getLast()))) {
            return Optional.empty();
        }
        return Optional.of(
                new NameForm.Unit(body.getFirst().name(), body, NameTokens.unitKey(unit), String.join(" ", unit)));
    }

    /** {@code Arbetsförmedlingen Västerås}, {@code Region Västmanland, Centrum för regional utveckling}. */
    private Optional<NameForm> leading(String name, List<String> tokens) {
        for (int length = Math.min(LONGEST_BODY, tokens.size() - 1); length >= 1; length--) {
            String alias = String.join(" ", tokens.subList(0, length));
            List<Organization> bodies = register.named(alias);
            List<String> rest =
                    NameTokens.withoutLinks(NameTokens.withoutLegalForm(tokens.subList(length, tokens.size())));
            if (bodies.isEmpty() || rest.isEmpty()) {
                continue;
            }
            Optional<String> governed = bodies.getFirst().governs();
            if (governed.isPresent()) {
                return FORMS.contains(tokens.get(length - 1))
                        ? Optional.empty()
                        : register.places()
                                .ofCode(governed.get())
                                .flatMap(municipality -> municipalUnit(municipality, name, rest, true));
            }
            Optional<NameForm> inner = inner(bodies, rest);
            if (inner.isPresent()) {
                return inner;
            }
            if (bodies.getFirst().sites() == Organization.Sites.ONE) {
                boolean part = name.indexOf(',') > 0 || words.isDepartment(rest.getLast()) || name.contains(" - ");
                return part
                        ? Optional.of(
                                new NameForm.Unit(alias, bodies, NameTokens.unitKey(rest), String.join(" ", rest)))
                        : Optional.empty();
            }
            boolean company = bodies.getFirst().sites() == Organization.Sites.WHOLE
                    && bodies.getFirst().kind().equals("company");
            if (company
                    && register.places().municipality(String.join(" ", rest)).isEmpty()) {
                return Optional.empty();
            }
            return located(alias, bodies, rest);
        }
        return Optional.empty();
    }

    /** {@code Kriminalvården, Frivården Västerås}: a known part of the body, which says more than its place. */
    private Optional<NameForm> inner(List<Organization> bodies, List<String> rest) {
        Optional<NameForm> form = registered(rest).or(() -> leading("", rest));
        return form.filter(part -> switch (part) {
            case NameForm.Registered registered -> isPartOf(registered.bodies(), bodies);
            case NameForm.Located located -> isPartOf(located.bodies(), bodies);
            default -> false;
        });
    }

    private static boolean isPartOf(List<Organization> parts, List<Organization> bodies) {
        return parts.getFirst().parent().equals(Optional.of(bodies.getFirst().slug()));
    }

    /** {@code Södra Dalarnas samordningsförbund}, {@code Västerås arbetsförmedling}. */
    private Optional<NameForm> trailing(List<String> tokens) {
        if (tokens.size() < 2) {
            return Optional.empty();
        }
        String last = tokens.getLast();
        for (String alias : List.of(last, last + "en", last + "et", last + "n")) {
            List<Organization> bodies = register.named(alias);
            if (!bodies.isEmpty()
                    && (bodies.getFirst().sites() == Organization.Sites.OFFICES || isCoordination(bodies))) {
                List<String> place = new ArrayList<>(tokens.subList(0, tokens.size() - 1));
                if (register.places().municipality(String.join(" ", place)).isEmpty()) {
                    place.set(place.size() - 1, NameTokens.withoutGenitive(place.getLast()));
                }
                return located(alias, bodies, place);
            }
        }
        return Optional.empty();
    }

    private static boolean isCoordination(List<Organization> bodies) {
        return bodies.getFirst().kind().equals("coordination-body");
    }

    /**
     * Of a word for many bodies only coordination bodies are told apart by their place; others keep the name they are
     * written with.
     */
    private Optional<NameForm> located(String alias, List<Organization> bodies, List<String> rest) {
        if (bodies.getFirst().sites() == Organization.Sites.CLASS) {
            if (!isCoordination(bodies)) {
                return Optional.empty();
            }
            if (rest.size() > 1 && rest.getFirst().equals("finsam")) {
                rest = rest.subList(1, rest.size());
            }
        }
        String last = rest.getLast();
        if (bodies.getFirst().kind().equals("church") && PARISH.stream().anyMatch(last::endsWith)) {
            List<String> parish = rest;
            return registered(parish).or(() -> Optional.of(new NameForm.Plain(String.join(" ", parish))));
        }
        return Optional.of(new NameForm.Located(alias, bodies, place(rest), String.join(" ", rest)));
    }

    /** A municipality by its own name, a county without "län" where no municipality has its name, else the words. */
    private String place(List<String> rest) {
        String written = String.join(" ", rest);
        Optional<Municipality> municipality = register.places().municipality(written);
        if (municipality.isPresent()) {
            return municipality.get().name();
        }
        if (rest.size() > 1 && rest.getLast().equals("län")) {
            String county = NameTokens.withoutGenitive(String.join(" ", rest.subList(0, rest.size() - 1)));
            return register.places().municipality(county).isEmpty() ? county : written;
        }
        return written;
    }

    /** A department, alone or with its municipality before or behind it. */
    private Optional<NameForm> department(String name, List<String> tokens) {
        int comma = name.indexOf(',');
        List<String> head = comma > 0 ? tokens(name.substring(0, comma)) : tokens;
        boolean department = words.isDepartment(head.getLast())
                || (head.size() == 2 && words.isDepartment(head.getFirst()) && DIRECTIONS.contains(head.getLast()));
        if (department || (tokens.size() > 1 && DEPARTMENT_FIRST.contains(tokens.getFirst()))) {
            Optional<NameForm> placed = placedDepartment(name, tokens);
            return placed.isPresent()
                    ? placed
                    : Optional.of(new NameForm.Department(NameTokens.unitKey(tokens), String.join(" ", tokens)));
        }
        return words.isDepartment(tokens.getFirst())
                        || (tokens.size() > 1 && words.isDepartment(tokens.get(tokens.size() - 2)))
                ? placedDepartment(name, tokens)
                : Optional.empty();
    }

    private Optional<NameForm> placedDepartment(String name, List<String> tokens) {
        for (int length = Math.min(LONGEST_PLACE, tokens.size() - 1); length >= 1; length--) {
            Optional<Municipality> last = register.places()
                    .municipality(String.join(" ", tokens.subList(tokens.size() - length, tokens.size())));
            if (last.isPresent()) {
                return municipalUnit(
                        last.get(),
                        name,
                        NameTokens.withoutTrailingLinks(tokens.subList(0, tokens.size() - length)),
                        true);
            }
            Optional<Municipality> first = genitive(tokens.subList(0, length));
            if (first.isPresent()) {
                return municipalUnit(first.get(), name, tokens.subList(length, tokens.size()), true);
            }
        }
        return Optional.empty();
    }

    private Optional<Municipality> genitive(List<String> place) {
        String written = String.join(" ", place);
        return register.places()
                .municipality(written)
                .or(() -> register.places().municipality(written + " kommun"));
    }

    /** Whether the name was cut: exactly 30 characters, and its last word is no whole word that names end in. */
    private boolean isCut(String name, List<String> tokens, NameForm form) {
        if (name.codePointCount(0, name.length()) != CUT_LENGTH || form instanceof NameForm.Registered) {
            return false;
        }
        String last = tokens.getLast();
        boolean ended = NameTokens.withoutLegalForm(tokens).size() < tokens.size();
        return !ended
                && !words.isWhole(last)
                && !register.places().isCounty(last)
                && register.places().municipality(last).isEmpty();
    }

    /** The kind of body that the name tells. */
    String kind(String name) {
        return words.kind(tokens(name));
    }

    /** Whether the name is that of a part rather than of a whole body. */
    boolean namesUnit(String name) {
        return name.indexOf(',') > 0 || tokens(name).stream().anyMatch(words::isDepartment);
    }

    /** Whether the name was cut at 30 characters. */
    boolean isCut(String name) {
        return parse(name) instanceof NameForm.Cut;
    }
}
