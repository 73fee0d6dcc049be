package se.fondgraf.page;

/**
 * A piece of a page: the rest of one line from a column on.
 *
 * @param line index, from 0
 * @param from the first character, from 0: past a glued label or a bullet
 */
record Piece(int line, int from) {
    String in(java.util.List<String> lines) {
        String text = lines.get(line);
        return from >= text.length() ? "" : text.substring(from);
    }
}
