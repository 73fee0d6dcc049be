package se.fondgraf.resolve;

/**
 * The rules by which a mention gets its body. The keys are published ({@code fg:rule}); the sentences say what they
 * rest on.
 */
public enum NameRule {
    /** The name, but for case, spacing and punctuation, is the whole identity. */
    SAME_NAME("same-name", "Namnen är lika så när som på versaler, mellanrum och skiljetecken."),
    /** A department named without its municipality. */
    DEPARTMENT_ALONE(
            "department-named-alone",
            "Namnet är en förvaltning eller enhet utan sin kommun; samma namn finns i många kommuner."),
    /** A body with many offices, or one of many of its kind, named without its place. */
    MULTI_SITE_ALONE(
            "multi-site-body-named-alone",
            "Namnet säger inte vilken ort eller vilken av flera likadana organisationer som menas."),
    /** Exactly 30 characters and unfinished. */
    CUT_NAME("cut-name", "Namnet är avhugget vid 30 tecken; hur det fortsätter är inte känt."),
    /** Contact data was masked in it. */
    MASKED_NAME("masked-name", "En del av namnet var kontaktuppgifter och är dold.");

    private final String key;
    private final String evidence;

    NameRule(String key, String evidence) {
        this.key = key;
        this.evidence = evidence;
    }

    /** The rule's published name. */
    public String key() {
        return key;
    }

    /** What the decision rests on, a sentence in Swedish. */
    public String evidence() {
        return evidence;
    }

    /** Whether such a name means a body within one project only. */
    public boolean isProjectsOwn() {
        return this != SAME_NAME;
    }
}
