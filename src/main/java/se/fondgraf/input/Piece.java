package se.fondgraf.input;

import java.util.Optional;

/** The bytes of one page, with what messages call it. */
public final class Piece implements Taken {
    private final String name;
    private final String file;
    private final int line;
    private final Kind kind;
    private final byte[] bytes;
    private final Optional<String> address;

    /** How the bytes are to be read. */
    public enum Kind {
        /** A captured text, or HTML that shows itself as such. */
        TEXT,
        /** HTML, by its name. */
        HTML,
        /** A page that was read before, as JSON. */
        RECORD
    }

    private Piece(String name, String file, int line, Kind kind, byte[] bytes, Optional<String> address) {
        this.name = name;
        this.file = file;
        this.line = line;
        this.kind = kind;
        this.bytes = bytes;
        this.address = address;
    }

    /**
     * A page that has its file or member to itself.
     *
     * @param bytes at most one more than asked for, so that a longer page is seen to be too long
     * @param address the content of the file beside it that holds its address
     */
    static Piece page(String name, Kind kind, byte[] bytes, Optional<String> address) {
        return new Piece(name, name, 0, kind, bytes, address);
    }

    /** A record on that line of a file, from 1. */
    static Piece record(String file, int line, byte[] bytes) {
        return new Piece(file + "#" + line, file, line, Kind.RECORD, bytes, Optional.empty());
    }

    /** {@code folder/page.txt}, {@code archive.zip!folder/page.txt}, {@code pages.jsonl#12}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The bytes themselves, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** What stands in the file beside it that is to hold its address; empty when there is none. */
    public Optional<String> address() {
        return address;
    }

    /** The complaint about this piece. */
    public Rejection rejected(int lineOfPage, String reason) {
        return kind == Kind.RECORD ? new Rejection(file, line, reason) : new Rejection(name, lineOfPage, reason);
    }
}
