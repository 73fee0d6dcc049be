package se.fondgraf.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A term as bytes: its kind, for a literal with datatype or language the number of that (four bytes), then its text in
 * UTF-8. Equal terms have equal bytes. One object serves for many terms, one after the other.
 */
final class EncodedTerm {
    static final byte IRI = 'I';
    static final byte BLANK = 'B';
    /** A literal of xsd:string. */
    static final byte STRING = 'S';

    static final byte TYPED = 'T';
    static final byte LANGUAGE = 'L';
    /** What has no such form: triple terms, texts with a direction, texts that are no Unicode. */
    static final byte OTHER = 'O';

    /** The bytes before the text of a literal with datatype or language. */
    static final int QUALIFIED_HEADER = 5;

    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /**
     * Takes the bytes of a term.
     *
     * @param names numbers datatypes and languages
     * @param add whether a datatype or language that is met for the first time gets a number
     * @return whether the term can be found: not when it is {@linkplain #OTHER other}, and not when its datatype or
     *     language is unknown
     */
    boolean encode(Node node, NameNumbers names, boolean add) {
        if (node.isURI()) {
            return encode(IRI, node.getURI());
        }
        if (node.isBlank()) {
            return encode(BLANK, node.getBlankNodeLabel());
        }
        if (!node.isLiteral() || node.getLiteralBaseDirection() != null) {
            return false;
        }
        String text = node.getLiteralLexicalForm();
        String language = node.getLiteralLanguage();
        String datatype = node.getLiteralDatatypeURI();
        if (!language.isEmpty()) {
            return encode(LANGUAGE, names.number(language, add), text);
        }
        return datatype.equals(XSD_STRING) ? encode(STRING, text) : encode(TYPED, names.number(datatype, add), text);
    }

    private boolean encode(byte kind, String text) {
        bytes[0] = kind;
        length = 1;
        return append(text);
    }

    private boolean encode(byte kind, int name, String text) {
        if (name < 0) {
            return false;
        }
        bytes[0] = kind;
        INTS.set(bytes, 1, name);
        length = QUALIFIED_HEADER;
        return append(text);
    }

    /** Whether the text is Unicode: a surrogate without its other half has no bytes in UTF-8. */
    private boolean append(String text) {
        int characters = text.length();
        if (bytes.length - length < 3L * characters) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(length + 3L * characters + 64));
        }
        byte[] out = bytes;
        int at = length;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | (c >> 6));
                out[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                out[at++] = (byte) (0xE0 | (c >> 12));
                out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (c & 0x3F));
            } else {
                int point = text.codePointAt(i++);
                if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                    return false;
                }
                out[at++] = (byte) (0xF0 | (point >> 18));
                out[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            }
        }
        length = at;
        return true;
    }

    /** A hash of the bytes, all bits of it usable. */
    int hash() {
        long hash = length;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        hash = mix(hash ^ rest);
        return (int) (hash >>> 32);
    }

    private static long mix(long value) {
        long product = value * MULTIPLIER;
        return product ^ (product >>> 29);
    }

    static int name(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    /** The term whose kind and datatype or language stand in the header, with the text in the bytes given. */
    static Node decode(byte kind, int name, byte[] text, int from, int length, NameNumbers names) {
        String string = new String(text, from, length, StandardCharsets.UTF_8);
        return switch (kind) {
            case IRI -> NodeFactory.createURI(string);
            case BLANK -> NodeFactory.createBlankNode(string);
            case STRING -> NodeFactory.createLiteralString(string);
            case LANGUAGE -> NodeFactory.createLiteralLang(string, names.name(name));
            default -> NodeFactory.createLiteralDT(string, NodeFactory.getType(names.name(name)));
        };
    }
}
