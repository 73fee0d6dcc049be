package se.fondgraf.describe;

import org.apache.jena.graph.Node;

/** Hashes of terms in 64 bits: FNV-1a with a last mixing. */
final class NodeHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private NodeHash() {}

    /** A hash that equal terms share, and other terms practically never. */
    static long of(Node node) {
        if (node.isURI()) {
            return mixed(hash(OFFSET ^ 1, node.getURI()));
        } else if (node.isLiteral()) {
            long hash = hash(OFFSET ^ 2, node.getLiteralLexicalForm());
            hash = hash(hash * PRIME, node.getLiteralLanguage());
            return mixed(hash(hash * PRIME, node.getLiteralDatatypeURI()));
        }
        return mixed(hash(OFFSET ^ 3, node.toString()));
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
