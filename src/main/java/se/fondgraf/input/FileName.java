package se.fondgraf.input;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of a file or of a member of an archive tells. */
final class FileName {
    /** The ending of files that hold the address of the page beside them. */
    static final String ADDRESS = ".url";

    private static final String GZIP = ".gz";
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private FileName() {}

    /** Whether it holds the address of a page. */
    static boolean isAddress(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ADDRESS);
    }

    /** Whether it holds one record a line, compressed or not. */
    static boolean isRecords(String name) {
        String plain = withoutGzip(name.toLowerCase(Locale.ROOT));
        return plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
    }

    /** Whether it holds one page, as far as its name tells. */
    static boolean isOfPage(String name) {
        return !isAddress(name)
                && !isRecords(name)
                && !name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** How a page of that name is to be read. */
    static Piece.Kind kind(String name) {
        String plain = withoutGzip(name.toLowerCase(Locale.ROOT));
        return plain.endsWith(".html") || plain.endsWith(".htm") || plain.endsWith(".xhtml")
                ? Piece.Kind.HTML
                : Piece.Kind.TEXT;
    }

    /** {@code NAME} of {@code NAME.txt} and {@code NAME.txt.gz}: what the file of its address is called. */
    static String base(String name) {
        String plain = withoutGzip(name);
        int dot = plain.lastIndexOf('.');
        return dot > plain.lastIndexOf('/') + 1 ? plain.substring(0, dot) : plain;
    }

    private static String withoutGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Whether a member of an archive is there for a system and not for people. */
    static boolean isHidden(String member) {
        for (String part : member.split("/")) {
            if (part.equals("__MACOSX") || (part.startsWith(".") && !part.equals(".") && !part.equals(".."))) {
                return true;
            }
        }
        return false;
    }

    /** Why a member of an archive has no honest name: it would lead out of the folder it is unpacked in. */
    static Optional<String> escape(String member) {
        boolean climbs = false;
        for (String part : member.split("[/\\\\]")) {
            climbs |= part.equals("..");
        }
        if (climbs || member.startsWith("/") || DRIVE.matcher(member).matches()) {
            return Optional.of("its path leads out of the archive");
        }
        boolean odd = member.isBlank() || member.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c));
        return odd ? Optional.of("its path has characters that no path should have") : Optional.empty();
    }
}
