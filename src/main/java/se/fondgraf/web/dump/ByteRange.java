package se.fondgraf.web.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file by RFC 9110 §14. One part is given; several in one request are answered by the whole file, which the
 * standard allows and which bounds the work.
 *
 * @param first byte, from 0
 * @param last byte, itself included
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** What a {@code Range} header asks for. */
    sealed interface Wish {
        /** The whole file: the header is none that we know. */
        record Whole() implements Wish {}

        /** A part. */
        record Part(ByteRange range) implements Wish {}

        /** Nothing that the file has. */
        record Outside() implements Wish {}
    }

    static Wish of(Optional<String> header, long size) {
        Matcher matcher = ONE.matcher(header.orElse("").strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new Wish.Whole();
        }
        if (matcher.group(1).isEmpty()) {
            long length = Math.min(size, Long.parseLong(matcher.group(2)));
            return length == 0 ? new Wish.Outside() : new Wish.Part(new ByteRange(size - length, size - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < first) {
            return new Wish.Whole();
        }
        return first >= size ? new Wish.Outside() : new Wish.Part(new ByteRange(first, last));
    }

    long length() {
        return last - first + 1;
    }
}
