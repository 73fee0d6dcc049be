package se.fondgraf.resolve;

import java.util.Comparator;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the pages of a run say of one body. */
final class Gathered {
    /** Among identities that follow from decisions alone, the one that says most; the order is otherwise arbitrary. */
    private static final Comparator<Identity> FULLEST_FIRST = Comparator.comparing(
                    (Identity identity) -> identity.label().isEmpty())
            .thenComparing(identity -> identity.parent().isEmpty())
            .thenComparing(identity -> identity.kind().equals("unknown"))
            .thenComparing(Identity::toString);

    private Identity identity;
    private boolean named;
    /** How often each is written; 0 for those that only a decision brings, so that they do not name the body. */
    final NavigableMap<String, Integer> spellings = new TreeMap<>();

    final NavigableSet<String> numbers = new TreeSet<>();
    final Set<String> municipalities = new HashSet<>();

    /** @param named whether a rule made it of a name, not a decision alone */
    Gathered(Identity identity, boolean named) {
        this.identity = identity;
        this.named = named;
    }

    Identity identity() {
        return identity;
    }

    /** Whether some name means it by a rule. */
    boolean isNamed() {
        return named;
    }

    /** Takes in another view of the same body: that of a rule knows more than that of a decision. */
    void see(Identity other, boolean byRule) {
        boolean better = named == byRule ? !byRule && FULLEST_FIRST.compare(other, identity) < 0 : byRule;
        if (better) {
            identity = other;
        }
        named |= byRule;
    }
}
