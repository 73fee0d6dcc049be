package se.fondgraf.page;

import static se.fondgraf.page.Property.Form.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a label, a heading or a list can state about a project. The keys are those of {@code ontology/labels.csv} and of
 * claim IRIs.
 *
 * <p>Which label states which property is data; what a property is, and how its values are read, is here.
 */
public enum Property {
    TITLE("title", WORDS),
    IDENTIFIER("identifier", NUMBER),
    CALL("call", WORDS),
    PROGRAMME("programme", YEARS),
    PROGRAMME_IDENTIFIER("programmeIdentifier", WORDS),
    FUND("fund", WORDS),
    PROGRAMME_AREA("programmeArea", CODE),
    SPECIFIC_OBJECTIVE("specificObjective", CODE),
    INTERVENTION_FIELD("interventionField", CODES),
    PHASE("phase", WORDS),
    SECONDARY_THEME("secondaryTheme", THEME),
    STRATEGIC_IMPORTANCE("strategicImportance", TRUTH),
    OWNER("owner", BODY),
    OWNER_NUMBER("ownerNumber", ORGANIZATION_NUMBER),
    CO_FINANCIER("coFinancier", BODIES),
    PARTNER("partner", BODIES),
    ACTOR("actor", BODIES),
    MUNICIPALITY("municipality", PLACES),
    REGION("region", PLACES),
    /** States start and end together; it is split while reading and never found on a statement. */
    PERIOD("period", Form.PERIOD),
    START_DATE("startDate", DAY),
    END_DATE("endDate", DAY),
    GRANTED_SUPPORT("grantedSupport", AMOUNT),
    TOTAL_BUDGET("totalBudget", AMOUNT),
    TOTAL_COST("totalCost", AMOUNT),
    UNION_CO_FINANCING_RATE("unionCoFinancingRate", PERCENT),
    PLANNED_PARTICIPANTS("plannedParticipants", COUNT),
    RECIPIENT_POSTAL_CODE("recipientPostalCode", WORDS),
    RECIPIENT_TOWN("recipientTown", WORDS),
    RECIPIENT_COUNTRY("recipientCountry", WORDS),
    COUNTRY("country", WORDS),
    SUMMARY("summary", PROSE),
    BACKGROUND("background", PROSE),
    PURPOSE("purpose", PROSE),
    OBJECTIVES("objectives", PROSE),
    ACCESSIBILITY("accessibility", PROSE),
    GENDER_EQUALITY("genderEquality", PROSE),
    TRANSNATIONAL("transnational", PROSE),
    DESCRIPTION("description", PROSE),
    /** Names a person or how to reach one: dropped while reading and never found on a statement. */
    CONTACT("contact", PRIVATE);

    /** How the text of a value is to be read. */
    public enum Form {
        WORDS,
        NUMBER,
        YEARS,
        CODE,
        CODES,
        THEME,
        TRUTH,
        BODY,
        BODIES,
        ORGANIZATION_NUMBER,
        PLACES,
        PERIOD,
        DAY,
        AMOUNT,
        PERCENT,
        COUNT,
        PROSE,
        PRIVATE
    }

    private static final Map<String, Property> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Property::key, Function.identity()));

    private final String key;
    private final Form form;

    Property(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** Its name in data files and claim IRIs. */
    public String key() {
        return key;
    }

    /** How its values are read. */
    public Form form() {
        return form;
    }

    /** Whether a page may state several values, one a line. */
    public boolean isList() {
        return form == BODIES || form == PLACES || form == CODES;
    }

    /** Whether it can stand as a heading over a text or a bulleted list. */
    public boolean isSection() {
        return form == PROSE || form == BODIES || this == MUNICIPALITY;
    }

    /** The property of that key. */
    public static Optional<Property> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
