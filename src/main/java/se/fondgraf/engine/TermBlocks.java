package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the terms, in the order of their numbers. A record is two bytes of length and the
 * {@linkplain EncodedTerm encoded term}; of a term with a long text it holds the header, and where the text is.
 */
final class TermBlocks implements AutoCloseable {
    private static final int BLOCK = 1 << 20;

    /** Records begin at multiples of this, so that an address of 32 bits reaches 16 GiB. */
    private static final int ALIGNMENT = 4;

    /** Longer texts go to {@link LongTexts}. */
    private static final int LONGEST = 512;

    /** In place of the length, for a record that says where the text is: 8 bytes position, 4 bytes length. */
    private static final int ELSEWHERE = 0xFFFF;

    private static final int REFERENCE = 12;

    private final List<byte[]> blocks = new ArrayList<>();
    private final LongTexts texts = new LongTexts();
    private final NameNumbers names;
    private int[] addresses = new int[1 << 10];
    private int count;
    private byte[] block = new byte[0];
    private int used;

    TermBlocks(NameNumbers names) {
        this.names = names;
    }

    int count() {
        return count;
    }

    /** Adds a term; its number is the count before. */
    void append(EncodedTerm term) {
        int header = header(term.bytes()[0]);
        int text = term.length() - header;
        if (text <= LONGEST) {
            int at = room(2 + term.length());
            putShort(at, term.length());
            System.arraycopy(term.bytes(), 0, block, at + 2, term.length());
        } else {
            long position = texts.append(term.bytes(), header, text);
            int at = room(2 + header + REFERENCE);
            putShort(at, ELSEWHERE);
            System.arraycopy(term.bytes(), 0, block, at + 2, header);
            putInt(at + 2 + header, (int) position);
            putInt(at + 6 + header, (int) (position >>> 32));
            putInt(at + 10 + header, text);
        }
    }

    /** Adds a number in place of a term that is kept elsewhere. */
    void appendOther() {
        int at = room(3);
        putShort(at, 1);
        block[at + 2] = EncodedTerm.OTHER;
    }

    private int room(int length) {
        int at = (used + ALIGNMENT - 1) & -ALIGNMENT;
        if (at + length > block.length) {
            if (blocks.size() == 1 && block.length < BLOCK) {
                block = Arrays.copyOf(block, BLOCK);
                blocks.set(0, block);
            } else {
                block = new byte[blocks.isEmpty() ? 1 << 13 : BLOCK];
                blocks.add(block);
                at = 0;
            }
        }
        if (blocks.size() > 1 << 14) {
            throw new IllegalStateException("the terms take more than 16 GiB");
        }
        used = at + length;
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, Math.addExact(count, count / 2));
        }
        addresses[count++] = (blocks.size() - 1) * (BLOCK / ALIGNMENT) + at / ALIGNMENT;
        return at;
    }

    /** Whether the term of that number is this one. */
    boolean holds(int number, EncodedTerm term) {
        byte[] in = block(number);
        int at = offset(number);
        int length = unsignedShort(in, at);
        if (length != ELSEWHERE) {
            return length == term.length()
                    && Arrays.equals(in, at + 2, at + 2 + length, term.bytes(), 0, term.length());
        }
        int header = header(in[at + 2]);
        int text = EncodedTerm.name(in, at + 10 + header);
        return header + text == term.length()
                && Arrays.equals(in, at + 2, at + 2 + header, term.bytes(), 0, header)
                && texts.matches(position(in, at + 2 + header), term.bytes(), header, text);
    }

    /** One of the kinds of {@link EncodedTerm}. */
    byte kind(int number) {
        return block(number)[offset(number) + 2];
    }

    /** The language of a literal, in the form of Jena, empty for one without; null for any other term. */
    @Nullable
    String language(int number) {
        byte[] in = block(number);
        int at = offset(number) + 2;
        return switch (in[at]) {
            case EncodedTerm.LANGUAGE -> names.name(EncodedTerm.name(in, at + 1));
            case EncodedTerm.STRING, EncodedTerm.TYPED -> "";
            default -> null;
        };
    }

    /** The term of that number, made anew; not for {@link EncodedTerm#OTHER}. */
    Node node(int number) {
        byte[] in = block(number);
        int at = offset(number);
        int length = unsignedShort(in, at);
        byte kind = in[at + 2];
        int header = header(kind);
        int name = header == 1 ? 0 : EncodedTerm.name(in, at + 3);
        if (length != ELSEWHERE) {
            return EncodedTerm.decode(kind, name, in, at + 2 + header, length - header, names);
        }
        int text = EncodedTerm.name(in, at + 10 + header);
        return EncodedTerm.decode(kind, name, texts.read(position(in, at + 2 + header), text), 0, text, names);
    }

    /** Takes no more. */
    @Override
    public void close() {
        addresses = Arrays.copyOf(addresses, count);
        texts.close();
    }

    private byte[] block(int number) {
        return blocks.get(addresses[number] >>> 18);
    }

    private int offset(int number) {
        return (addresses[number] & ((1 << 18) - 1)) * ALIGNMENT;
    }

    private static int header(byte kind) {
        return kind == EncodedTerm.TYPED || kind == EncodedTerm.LANGUAGE ? EncodedTerm.QUALIFIED_HEADER : 1;
    }

    private static long position(byte[] in, int at) {
        return (EncodedTerm.name(in, at) & 0xFFFF_FFFFL) | ((long) EncodedTerm.name(in, at + 4) << 32);
    }

    private static int unsignedShort(byte[] in, int at) {
        return (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8);
    }

    private void putShort(int at, int value) {
        block[at] = (byte) value;
        block[at + 1] = (byte) (value >>> 8);
    }

    private void putInt(int at, int value) {
        putShort(at, value);
        putShort(at + 2, value >>> 16);
    }
}
