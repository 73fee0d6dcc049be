package se.fondgraf.resolve;

import java.util.List;

/** What a name says by itself, before its project is looked at. */
sealed interface NameForm {
    /** It holds masked contact data. */
    record Masked() implements NameForm {}

    /** It is a name of the register; several bodies where they shared it in different years. */
    record Registered(String name, List<Organization> bodies) implements NameForm {}

    /**
     * A body with offices, or of a movement, and where.
     *
     * @param place its normal form, a municipality's own name where it is one
     */
    record Located(String name, List<Organization> bodies, String place, String written) implements NameForm {}

    /** A legal body and a part of it. */
    record Unit(String name, List<Organization> bodies, String unit, String written) implements NameForm {}

    /** A department that names no body. */
    record Department(String unit, String written) implements NameForm {}

    /**
     * A name cut at 30 characters.
     *
     * @param start what it says as far as it goes
     */
    record Cut(NameForm start, String normal) implements NameForm {}

    /** A name known from pages alone, without its legal form. */
    record Plain(String key) implements NameForm {}
}
