package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Slug;
import se.fondgraf.place.Municipality;

/**
 * A department or unit that is named without its municipality.
 *
 * @param register that knows municipalities' numbers and domains
 * @param bodies as the register knows them
 */
record DepartmentRule(OrganizationRegister register, RegisteredBodies bodies) {
    private static final int MOST_CANDIDATES = 10;

    /**
     * Whose department it is: by the owner's number, then by the domain of its e-mail, then by the project's only
     * municipality.
     */
    Verdict resolve(NameForm.Department form, ProjectMentions project, boolean owner) {
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
                && !(owner
                        && project.domain()
                                .filter(DepartmentRule::speaksAgainst)
                                .isPresent())) {
            return attributed(
                    form, register.ofMunicipality(project.municipalities().getFirst()), "projektets enda kommun");
        }
        return Verdict.open(
                RegisteredBodies.own(Slug.of(form.written()), "unknown", project),
                NameRule.DEPARTMENT_ALONE,
                "Namnet är en förvaltning eller enhet utan sin kommun; samma namn finns i många kommuner.",
                candidates(form, project));
    }

    /** The same part of each of the project's municipalities. */
    List<String> candidates(NameForm.Department form, ProjectMentions project) {
        return project.municipalities().stream()
                .limit(MOST_CANDIDATES)
                .map(register::ofMunicipality)
                .map(body -> bodies.part(body, form.unit(), form.written()).slug())
                .toList();
    }

    /** Whether the domain is that of some other known body, so that the owner is hardly a municipality's. */
    private static boolean speaksAgainst(String domain) {
        return domain.equals("lansstyrelsen.se") || domain.endsWith("svenskakyrkan.se");
    }

    private Verdict attributed(NameForm.Department form, Organization body, String evidence) {
        return Verdict.of(
                bodies.part(body, form.unit(), form.written()),
                NameRule.ATTRIBUTED,
                "Avdelningen hör till " + body.name() + " enligt " + evidence + ".");
    }
}
