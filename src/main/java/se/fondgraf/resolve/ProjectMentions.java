package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.page.Value;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * The bodies that one project's pages name, and what the pages say that helps to tell which bodies they are.
 *
 * @param project its slug
 * @param title empty when unknown
 * @param year of its start
 * @param municipalities codes of those it names
 * @param domain of the owner's e-mail address
 * @param number the owner's organisation number
 */
public record ProjectMentions(
        String project,
        String title,
        Optional<Integer> year,
        List<String> municipalities,
        Optional<String> domain,
        Optional<String> number,
        List<Mention> mentions) {
    public ProjectMentions {
        municipalities = List.copyOf(municipalities);
        mentions = List.copyOf(mentions);
    }

    /** One name in one role. */
    public record Mention(Property role, String name) {
        boolean isOwner() {
            return role == Property.OWNER;
        }
    }

    /** What one capture says. */
    public static ProjectMentions of(String project, ProjectRecord record, PlaceRegister places) {
        return new ProjectMentions(
                project,
                record.words(Property.TITLE).orElse(""),
                record.best(Property.START_DATE)
                        .flatMap(statement -> statement.value() instanceof Value.Day day
                                ? Optional.of(day.day().getYear())
                                : Optional.empty()),
                record.of(Property.MUNICIPALITY).stream()
                        .flatMap(statement -> places.municipality(statement.asWritten()).stream())
                        .map(Municipality::code)
                        .distinct()
                        .toList(),
                record.ownerDomain(),
                record.best(Property.OWNER_NUMBER)
                        .map(Statement::value)
                        .map(value -> value instanceof Value.OrganizationNumber number ? number.number() : ""),
                record.bodies()
                        .map(statement -> new Mention(statement.property(), statement.asWritten()))
                        .distinct()
                        .toList());
    }

    /** What several captures of one project say together, the best first. */
    public static ProjectMentions together(List<ProjectMentions> captures) {
        ProjectMentions best = captures.getFirst();
        if (captures.size() == 1) {
            return best;
        }
        Set<Mention> mentions = new LinkedHashSet<>();
        captures.forEach(capture -> mentions.addAll(capture.mentions()));
        return new ProjectMentions(
                best.project(),
                captures.stream()
                        .map(ProjectMentions::title)
                        .filter(title -> !title.isEmpty())
                        .findFirst()
                        .orElse(""),
                captures.stream().flatMap(capture -> capture.year().stream()).findFirst(),
                captures.stream()
                        .map(ProjectMentions::municipalities)
                        .filter(codes -> !codes.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                captures.stream().flatMap(capture -> capture.domain().stream()).findFirst(),
                captures.stream().flatMap(capture -> capture.number().stream()).findFirst(),
                new ArrayList<>(mentions));
    }
}
