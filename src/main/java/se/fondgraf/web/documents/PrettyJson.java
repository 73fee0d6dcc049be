package se.fondgraf.web.documents;

/** JSON as it is written, indented. What is begun must be ended; nothing else is checked. */
final class PrettyJson {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder(1 << 14);
    private int depth;
    private boolean first = true;
    private boolean afterKey;

    /** Writes the key of a member; what is written next is its value. */
    PrettyJson key(String key) {
        newItem();
        quote(key);
        text.append(": ");
        afterKey = true;
        return this;
    }

    /** Begins an object or array. */
    PrettyJson begin(char bracket) {
        newItem();
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    /** Ends the object or array that was begun last. */
    PrettyJson end(char bracket) {
        depth--;
        newLine();
        text.append(bracket);
        first = false;
        return this;
    }

    /** Writes a text. */
    PrettyJson add(String value) {
        newItem();
        quote(value);
        return this;
    }

    /** Writes JSON as it stands, such as a number. */
    PrettyJson addRaw(String json) {
        newItem();
        text.append(json);
        return this;
    }

    private void newItem() {
        if (afterKey) {
            afterKey = false;
            return;
        }
        if (!first) {
            text.append(',');
        }
        first = false;
        if (depth > 0) {
            newLine();
        }
    }

    private void newLine() {
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append(INDENT);
        }
    }

    private void quote(String value) {
        text.append('"');
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, start, i);
                start = i + 1;
                escape(c);
            }
        }
        text.append(value, start, value.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(String.format("\\u%04x", (int) c));
        }
    }

    /** What has been written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
