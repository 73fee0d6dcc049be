package se.fondgraf.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Composed;
import se.fondgraf.name.Spaces;

/**
 * From bytes to clean lines: UTF-16 if its mark says so, strict UTF-8, then Windows-1252 with a notice; byte order mark
 * removed, CRLF and CR read as line ends, NFC, control characters other than tab replaced by U+FFFD with a notice.
 */
final class PageReader {
    /** Real pages are 5-15 kB; this bounds what a hostile one can cost. */
    static final int MAX_PAGE_BYTES = 8 << 20;

    static final int MAX_LINE_BYTES = 1 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';

    private final List<Notice> notices = new ArrayList<>();

    private PageReader() {}

    /** Reads and closes nothing; takes at most {@link #MAX_PAGE_BYTES} from the stream. */
    static PageText read(InputStream stream) throws IOException, RejectedPageException {
        return new PageReader().readAll(stream);
    }

    private PageText readAll(InputStream stream) throws IOException, RejectedPageException {
        byte[] bytes = stream.readNBytes(MAX_PAGE_BYTES + 1);
        checkSize(bytes);
        String text = withoutByteOrderMark(utf16(bytes).orElseGet(() -> decode(bytes)));
        if (Spaces.isBlank(text)) {
            throw new RejectedPageException(0, "the file is empty");
        }
        text = isClean(text) ? text : withoutControls(text);
        text = Composed.of(text);
        boolean ended = text.endsWith("\n");
        List<String> lines = List.of((ended ? text.substring(0, text.length() - 1) : text).split("\n", -1));
        return new PageText(lines, ended, notices);
    }

    /** Whether {@link #withoutControls} would leave the text as it is. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t')
                    || (c >= 0x7F && c < 0xA0)
                    || c == '\u2028'
                    || c == '\u2029'
                    || c >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }

    private static void checkSize(byte[] bytes) throws RejectedPageException {
        int line = 1;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean crlf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !crlf)) {
                line++;
                start = i + 1;
            } else if (i - start >= MAX_LINE_BYTES) {
                throw new RejectedPageException(line, "the line is longer than 1 MiB; no page has such a line");
            }
        }
        if (bytes.length > MAX_PAGE_BYTES) {
            throw new RejectedPageException(line, "the file is longer than 8 MiB; no page is");
        }
    }

    /** The text when a byte order mark says UTF-16, as some editors save it. */
    private Optional<String> utf16(byte[] bytes) {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        if (!marked) {
            return Optional.empty();
        }
        notices.add(new Notice(0, "not UTF-8; read as UTF-16"));
        return Optional.of(new String(bytes, StandardCharsets.UTF_16));
    }

    private String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeClosely(bytes);
    }

    /** Of bytes that have the replacement character, or something to be replaced by it. */
    private String decodeClosely(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String lenient = new String(bytes, StandardCharsets.UTF_8);
            if (mostlyUtf8(lenient)) {
                int line = 1
                        + (int) lenient.substring(0, lenient.indexOf(REPLACEMENT))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                notices.add(new Notice(line, "damaged UTF-8; the bytes that are none were replaced by U+FFFD"));
                return lenient;
            }
            notices.add(new Notice(0, "not UTF-8; read as Windows-1252"));
            return new String(bytes, WINDOWS_1252);
        }
    }

    /** A page cut in the middle of a letter is still UTF-8; a Windows-1252 page hardly ever holds a valid sequence. */
    private static boolean mostlyUtf8(String lenient) {
        long damaged = lenient.chars().filter(c -> c == REPLACEMENT).count();
        long sound = lenient.chars().filter(c -> c > 0x7F && c != REPLACEMENT).count();
        return sound > 2 * damaged;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Also reads CRLF and CR as line ends. U+FFFE and U+FFFF go too, because XML cannot hold them; U+2028 and U+2029
     * become spaces, because some programs would count a line more.
     */
    private String withoutControls(String text) throws RejectedPageException {
        StringBuilder clean = new StringBuilder(text.length());
        int replaced = 0;
        int firstLine = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    continue;
                }
                c = '\n';
            }
            if (c == '\n') {
                line++;
            } else if (c == '\u2028' || c == '\u2029') {
                c = ' ';
            } else if (c != '\t' && (Character.isISOControl(c) || c >= 0xFFFE)) {
                c = REPLACEMENT;
                replaced++;
                firstLine = firstLine == 0 ? line : firstLine;
            }
            clean.append(c);
        }
        if (replaced > Math.max(8, text.length() / 50)) {
            throw new RejectedPageException(firstLine, "binary data, not the text of a page");
        }
        if (replaced > 0) {
            notices.add(new Notice(firstLine, "control characters were replaced by U+FFFD (" + replaced + ")"));
        }
        return clean.toString();
    }
}
