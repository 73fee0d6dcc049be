package se.fondgraf.resolve;

import java.util.Optional;
import se.fondgraf.name.Slug;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.page.Value;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.place.Region;

/**
 * Which project a capture is of: captures with one key are one project.
 *
 * @param slug of the number; without a number, of the title with a hash of title, start, owner and region
 * @param numbered whether a number made it
 */
public record ProjectKey(String slug, boolean numbered) {
    /** The key of the project that this record describes. */
    public static ProjectKey of(ProjectRecord record, PlaceRegister places) {
        Optional<String> number = record.words(Property.IDENTIFIER);
        if (number.isPresent()) {
            return new ProjectKey(Slug.of(number.get()), true);
        }
        String title = record.words(Property.TITLE).orElse("");
        String start = record.best(Property.START_DATE)
                .map(Statement::value)
                .map(value -> value instanceof Value.Day day ? day.day().toString() : "")
                .orElse("");
        String owner = record.words(Property.OWNER).orElse("");
        String region = record.of(Property.REGION).stream()
                .flatMap(statement -> places.region(statement.asWritten()).stream())
                .map(Region::code)
                .findFirst()
                .orElse("");
        return new ProjectKey(Slug.ofTitle(title, title, start, owner, region), false);
    }
}
