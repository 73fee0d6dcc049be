package se.fondgraf.input;

/** What was found where a page may be: the page itself, many of them, or nothing that can be read. */
public sealed interface Taken permits Piece, Several, Rejection {}
