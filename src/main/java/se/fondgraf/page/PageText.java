package se.fondgraf.page;

import java.util.List;

/**
 * The text of an input: NFC, split at line ends, without byte order mark and control characters. May still hold private
 * data.
 *
 * @param lines without their line ends; index 0 is line 1
 * @param endsWithNewline whether the last line was ended
 * @param notices what had to be mended
 */
record PageText(List<String> lines, boolean endsWithNewline, List<Notice> notices) {
    PageText {
        lines = List.copyOf(lines);
        notices = List.copyOf(notices);
    }
}
