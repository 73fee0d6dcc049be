package se.fondgraf.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.Var;

/**
 * The variables that somebody further up asks for; columns of others can go.
 *
 * @param variables empty when all are asked for
 */
record Live(Optional<Set<Var>> variables) {
    static final Live ALL = new Live(Optional.empty());

    static Live of(Collection<Var> variables) {
        return new Live(Optional.of(Set.copyOf(variables)));
    }

    boolean has(Var variable) {
        return variables.map(wanted -> wanted.contains(variable)).orElse(true);
    }

    Live and(Collection<Var> more) {
        return variables
                .map(wanted -> {
                    Set<Var> all = new HashSet<>(wanted);
                    all.addAll(more);
                    return of(all);
                })
                .orElse(this);
    }
}
