package se.fondgraf.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a statement states, read from the text of a page. */
public sealed interface Value {
    /** A word or words, as written. */
    record Words(String text) implements Value {}

    /** A number: an amount in SEK, a percentage as published or a count of people; never negative. */
    record Quantity(BigDecimal number) implements Value {}

    /** A day. */
    record Day(LocalDate day) implements Value {}

    /** Ja or Nej. */
    record Truth(boolean truth) implements Value {}

    /** A secondary theme and whether the project has it. */
    record Theme(String theme, boolean applies) implements Value {}

    /** A code of a list, with its words where the page gives them. */
    record Code(String notation, Optional<String> words) implements Value {}

    /** A body or place by its name as written; which one it is, is judged later. */
    record Name(String name) implements Value {}

    /** An organisation number, NNNNNN-NNNN, of a legal person. */
    record OrganizationNumber(String number) implements Value {}

    /** Running text; paragraphs are separated as on the page. */
    record Prose(String text) implements Value {}

    /** Text that could not be read as what its label states; kept as written, asserted never. */
    record Unreadable(String reason) implements Value {}
}
