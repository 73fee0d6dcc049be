package se.fondgraf.web.sparql;

import j2html.utils.EscapeUtil;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import se.fondgraf.web.html.Inert;

/** HTML being written as it comes, for answers that are too long to be held as a tree. */
final class Markup {
    private final OutputStream out;

    Markup(OutputStream out) {
        this.out = out;
    }

    /** Writes our own markup. */
    Markup raw(String markup) {
        try {
            out.write(markup.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a text of whatever origin, between tags or in a quoted attribute. */
    Markup text(String text) {
        return raw(EscapeUtil.escape(Inert.plain(text)));
    }
}
