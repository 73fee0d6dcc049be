package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * A name that a site cut off.
 *
 * @param resolver that judges what it may be completed to
 * @param bodies as the register knows them
 * @param departments for a part that may be cut
 * @param places whose names may complete it
 */
record CutNameRule(Resolver resolver, RegisteredBodies bodies, DepartmentRule departments, PlaceRegister places) {
    /**
     * A cut name is completed only by one other name of its own project; its body may be known even where the part is
     * not.
     */
    Verdict resolve(NameForm.Cut form, String name, ProjectMentions project) {
        List<String> longer = new ArrayList<>();
        for (ProjectMentions.Mention other : project.mentions()) {
            String normal = NormalName.of(other.name());
            if (normal.length() > form.normal().length()
                    && normal.startsWith(form.normal())
                    && !(resolver.form(other.name()) instanceof NameForm.Cut)) {
                longer.add(other.name());
            }
        }
        if (longer.stream().map(NormalName::of).distinct().count() == 1) {
            Verdict whole = resolver.decide(longer.getFirst(), project, false);
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
        Identity body = RegisteredBodies.own(Slug.of(NormalName.of(name)), "unknown", project);
        Optional<String> parent = switch (form.start()) {
            case NameForm.Unit unit ->
                RegisteredBodies.inYear(unit.name(), unit.bodies(), project).map(bodies::top);
            case NameForm.Located located ->
                RegisteredBodies.inYear(located.name(), located.bodies(), project)
                        .filter(RegisteredBodies::hasUnits)
                        .map(bodies::top);
            default -> Optional.empty();
        };
        return Verdict.open(
                body.under(parent),
                NameRule.CUT_NAME,
                "Namnet är avhugget vid 30 tecken; hur det fortsätter är inte känt.",
                form.start() instanceof NameForm.Department department
                        ? departments.candidates(department, project)
                        : List.of());
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
                resolver.located(located, project).body(),
                NameRule.COMPLETED,
                "Namnet är avhugget vid 30 tecken; av projektets kommuner börjar bara "
                        + whole.getFirst().name() + " så."));
    }
}
