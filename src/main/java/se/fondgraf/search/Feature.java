package se.fondgraf.search;

import java.util.Locale;

/** What is compared between a name and a candidate. All are truths (0 or 1) but the likeness. */
public enum Feature {
    /** The names are the same but for case, spaces and punctuation. */
    NAME_EQUAL("Samma namn", "Same name"),
    /** The name is another spelling that pages have for it. */
    OTHER_NAME_EQUAL("En annan skrivning av namnet på sidorna", "Another spelling of the name on the pages"),
    /** The rules by which pages' names are judged lead from the name to it. */
    NAME_JUDGED("Namnets delar leder dit enligt reglerna för namn", "The parts of the name lead there by the rules"),
    /** The number is the same. */
    NUMBER_EQUAL("Samma nummer", "Same number"),
    /** The name is exactly 30 characters long, as pages cut names, and one of its names begins so. */
    CUT_PREFIX("Namnet kan vara avhugget vid 30 tecken", "The name may have been cut at 30 characters"),
    /** It sits in the municipality asked for; 0 when it is known to sit in another. */
    SAME_MUNICIPALITY("Samma kommun", "Same municipality"),
    /** How like the names are, from 0 to 1. */
    SIMILARITY("Namnen liknar varandra", "The names are alike");

    private final String swedish;
    private final String english;

    Feature(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** Its name in answers, such as {@code name-equal}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a number and not a truth. */
    public boolean isNumber() {
        return this == SIMILARITY;
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }
}
