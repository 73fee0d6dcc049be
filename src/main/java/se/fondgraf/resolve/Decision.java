package se.fondgraf.resolve;

import java.time.LocalDate;
import se.fondgraf.curated.CuratedFileException;

/**
 * A person's judgement, one row of a file of decisions.
 *
 * @param subject the slug of a body, or a mention as {@code project/slug of the name}
 * @param object the slug of a body, or the code of a municipality
 * @param file where it stands
 * @param line counted from 1
 */
record Decision(
        Kind kind, String subject, String object, String who, LocalDate date, String reason, String file, int line) {
    /** What is judged. */
    enum Kind {
        /** The mention means the body, or the first body is the second. */
        SAME,
        /** The mention does not mean the body, or the two bodies are never one. */
        DIFFERENT,
        /** The first body is a part of the second. */
        PARENT,
        /** The body sits in the municipality. */
        SEAT
    }

    /** The mentions of one name on a project's pages, in any role; no slug of a body has a slash. */
    static String mention(String project, String nameSlug) {
        return project + "/" + nameSlug;
    }

    static boolean isMention(String key) {
        return key.indexOf('/') >= 0;
    }

    boolean isAboutMention() {
        return isMention(subject);
    }

    boolean isBundled() {
        return file.equals(Decisions.BUNDLED);
    }

    /** Why the judgement holds, as a sentence in Swedish. */
    String evidence() {
        String stop = reason.endsWith(".") || reason.endsWith("!") || reason.endsWith("?") ? "" : ".";
        return "Avgjort av " + who + " den " + date + ": " + reason + stop;
    }

    /** The complaint that this row is wrong, to be thrown. */
    CuratedFileException wrong(String complaint) {
        return new CuratedFileException(file, line, complaint);
    }

    /** {@code decisions.csv:7}. */
    String place() {
        return file + ":" + line;
    }
}
