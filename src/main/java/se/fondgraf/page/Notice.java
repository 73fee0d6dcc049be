package se.fondgraf.page;

/**
 * Something about a page that its publisher should know; the rest of the page was read all the same.
 *
 * @param line counted from 1; 0 when the page as a whole is meant
 * @param reason a sentence without private data and without a final stop
 */
public record Notice(int line, String reason) {}
