package se.fondgraf.page;

/**
 * The six layouts in which project pages were captured, oldest first: where captures of one project differ, the later
 * one is asserted.
 */
public enum Layout {
    /** 2007-2013: the label is glued to its value. */
    A,
    /** Early 2014-2020: a label line, then a value line, no colon. */
    B,
    /** 2014-2020: {@code Label:}, then the value on the next line. */
    C,
    /** REACT-EU and 2020 on: as C, with a Diarienummer. */
    D,
    /** ESF+ 2021-2027, first form. */
    E,
    /** ESF+ 2021-2027, later form. */
    F
}
