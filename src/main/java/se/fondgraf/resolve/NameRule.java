package se.fondgraf.resolve;

/** The rules by which a mention gets its body; the keys are published ({@code fg:rule}). */
public enum NameRule {
    /** The name, but for case, spacing, punctuation and legal form, is the whole identity. */
    SAME_NAME("same-name"),
    /** A name of the register, in the years in which it was that body's. */
    REGISTER("register-name"),
    /** A local office of a national body, or a local body of a movement. */
    LOCAL_BODY("local-body"),
    /** A part of a body that the name tells. */
    UNIT("unit-of-body"),
    /** A department whose body other evidence tells. */
    ATTRIBUTED("department-attributed"),
    /** A department named alone, with no evidence whose it is. */
    DEPARTMENT_ALONE("department-named-alone"),
    /** A body with many offices, or one of many of its kind, named without its place. */
    MULTI_SITE_ALONE("multi-site-body-named-alone"),
    /** Exactly 30 characters and unfinished. */
    CUT_NAME("cut-name"),
    /** A cut name that one other name of the same project or municipality completes. */
    COMPLETED("cut-name-completed"),
    /** Named like its project. */
    PROJECT_NAME("named-like-its-project"),
    /** Bodies of one organisation number. */
    SAME_NUMBER("same-organisation-number"),
    /** One name, different numbers. */
    DIFFERENT_NUMBER("different-organisation-number"),
    /** Contact data was masked in it. */
    MASKED_NAME("masked-name"),
    /** A name that several bodies had, with no year to tell them apart. */
    AMBIGUOUS("ambiguous-name"),
    /** A person's judgement. */
    DECIDED("decision");

    private final String key;

    NameRule(String key) {
        this.key = key;
    }

    /** The rule's published name. */
    public String key() {
        return key;
    }
}
