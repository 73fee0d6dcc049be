package se.fondgraf.web.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import se.fondgraf.web.http.Content;

/** A part of a file, or all of it, read as it is sent. */
record FileContent(Path file, ByteRange range) implements Content {
    private static final long PIECE = 1 << 20;

    @Override
    public long size() {
        return range.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        // Not closed, since the stream is the response's to close.
        WritableByteChannel to = Channels.newChannel(out);
        try (FileChannel in = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long at = range.first();
            while (at <= range.last()) {
                long sent = in.transferTo(at, Math.min(PIECE, range.last() - at + 1), to);
                if (sent <= 0) {
                    throw new IOException(file + " has become shorter");
                }
                at += sent;
            }
            out.flush();
        }
    }
}
