package se.fondgraf.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What kind of file some bytes begin. */
enum Form {
    /** Text of some kind, or something nobody knows. */
    PLAIN,
    GZIP,
    ZIP,
    /** An archive or a compressed file of a kind that is not opened. */
    OTHER_ARCHIVE;

    /** How many bytes are needed to tell. */
    static final int HEAD = 512;

    private static final int TAR_MARK = 257;

    private record Magic(Form form, List<Integer> bytes) {
        Magic(Form form, Integer... bytes) {
            this(form, List.of(bytes));
        }

        boolean begins(byte[] head) {
            for (int i = 0; i < bytes.size(); i++) {
                if (i >= head.length || (head[i] & 0xFF) != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic(GZIP, 0x1F, 0x8B, 0x08),
            new Magic(ZIP, 0x50, 0x4b, 3, 4),
            new Magic(ZIP, 0x50, 0x4b, 5, 6),
            new Magic(OTHER_ARCHIVE, 0x37, 0x7a, 0xBC, 0xAF, 0x27, 0x1C),
            new Magic(OTHER_ARCHIVE, 0x52, 0x61, 0x72, 0x21, 0x1A, 0x07),
            new Magic(OTHER_ARCHIVE, 0xFD, 0x37, 0x7a, 0x58, 0x5a, 0),
            new Magic(OTHER_ARCHIVE, 0x42, 0x5a, 0x68),
            new Magic(OTHER_ARCHIVE, 0x28, 0xB5, 0x2F, 0xFD));

    static Form of(byte[] head) {
        return MAGIC.stream()
                .filter(magic -> magic.begins(head))
                .map(Magic::form)
                .findFirst()
                .orElse(isTar(head) ? OTHER_ARCHIVE : PLAIN);
    }

    private static boolean isTar(byte[] head) {
        byte[] mark = "ustar".getBytes(StandardCharsets.US_ASCII);
        return head.length >= TAR_MARK + mark.length
                && Arrays.equals(head, TAR_MARK, TAR_MARK + mark.length, mark, 0, mark.length);
    }
}
