package se.fondgraf.describe;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who publishes the data and how they present it: what descriptions say beside what can be computed.
 *
 * @param title of the dataset
 * @param description of the dataset
 * @param licence the IRI of a licence
 * @param spatial IRIs of the places that the data is about
 * @param from the first day that the data is about
 * @param to the last day that the data is about; empty while it goes on
 * @param themes IRIs of the EU's data themes
 * @param keywords by language, each list in the order of the file
 * @param home the public address of the service, ending in a slash; empty for the base of the data's IRIs
 * @param modified when the data last changed; empty for the day of the ontology, never the clock
 * @param issued when it was first published
 */
public record Operator(
        Texts title,
        Texts description,
        Publisher publisher,
        Contact contact,
        String licence,
        List<String> spatial,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<String> themes,
        SortedMap<String, List<String>> keywords,
        Optional<String> home,
        Optional<LocalDate> modified,
        Optional<LocalDate> issued) {
    /** Where the EU keeps its themes. */
    static final String THEMES = "http://publications.europa.eu/resource/authority/data-theme/";

    /** The standard's own spelling, which harvesters compare letter by letter. */
    static final String CC0 = "http://creativecommons.org/publicdomain/zero/1.0/";

    /**
     * Who stands behind the data.
     *
     * @param iri of the publisher; empty for one under the dataset's own
     * @param type a name of the list {@code http://purl.org/adms/publishertype/}
     */
    public record Publisher(Texts name, Optional<String> iri, String type) {}

    /**
     * Whom to ask: a function, never a person.
     *
     * @param email of the function, without {@code mailto:}
     */
    public record Contact(Texts name, Optional<String> email, Optional<String> url) {}

    public Operator {
        spatial = List.copyOf(spatial);
        themes = List.copyOf(themes);
        keywords = Collections.unmodifiableSortedMap(new TreeMap<>(keywords));
    }

    /** What is said where no file says otherwise. */
    public static Operator standard() {
        return new Operator(
                Texts.of("Socialfondens projekt i Sverige", "Projects of the European Social Fund in Sweden"),
                Texts.of(
                        "Projekt i Sverige med stöd ur Europeiska socialfonden sedan 2007: vad de ville, var, när, med"
                                + " hur mycket stöd och vilka organisationer som medverkade i vilken roll. Varje uppgift"
                                + " kan följas till en rad på en projektsida.",
                        "Projects in Sweden supported by the European Social Fund since 2007: what they wanted, where,"
                                + " when, with how much support, and which organizations took part in which role. Every"
                                + " statement can be traced to a line of a project page."),
                new Publisher(Texts.of("Fondgraf", "Fondgraf"), Optional.empty(), "NonProfitOrganisation"),
                new Contact(
                        Texts.of("Fondgrafs redaktion", "The editors of Fondgraf"), Optional.empty(), Optional.empty()),
                CC0,
                List.of("http://publications.europa.eu/resource/authority/country/SWE"),
                Optional.of(LocalDate.of(2007, 1, 1)),
                Optional.empty(),
                List.of(THEMES + "SOCI"),
                new TreeMap<>(Map.of(
                        "sv", List.of("Europeiska socialfonden", "ESF", "projekt", "samverkan", "arbetsmarknad"),
                        "en", List.of("European Social Fund", "ESF", "projects", "collaboration", "labour market"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Everything that is said here, in a fixed order. */
    List<Object> facts() {
        return List.of(
                title.byLanguage(),
                description.byLanguage(),
                publisher.name().byLanguage(),
                publisher.iri(),
                publisher.type(),
                contact.name().byLanguage(),
                contact.email(),
                contact.url(),
                licence,
                spatial,
                from,
                to,
                themes,
                keywords,
                home,
                modified,
                issued);
    }

    /** The same last changed on that day, if no file says when. */
    public Operator modifiedOtherwise(LocalDate day) {
        return modified.isPresent() ? this : withModified(day);
    }

    /** The same last changed on that day. */
    public Operator withModified(LocalDate day) {
        return new Operator(
                title,
                description,
                publisher,
                contact,
                licence,
                spatial,
                from,
                to,
                themes,
                keywords,
                home,
                Optional.of(day),
                issued);
    }

    /** The same at that public address. */
    public Operator withHome(String address) {
        return new Operator(
                title,
                description,
                publisher,
                contact,
                licence,
                spatial,
                from,
                to,
                themes,
                keywords,
                Optional.of(address),
                modified,
                issued);
    }
}
