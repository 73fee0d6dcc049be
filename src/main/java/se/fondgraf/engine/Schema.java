package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Var;

/**
 * The columns of a stage.
 *
 * @param variables a column each, in this order
 * @param certain those that have a value in every row
 */
record Schema(List<Var> variables, Set<Var> certain) {
    static final Schema EMPTY = new Schema(List.of(), Set.of());

    /** The column of a variable; less than 0 if it has none. */
    int index(Var variable) {
        int column = place(variable);
        return column >= 0 ? column : variables.indexOf(variable);
    }

    /** The column of that very object, which it is nearly always; equality of names costs more. */
    @SuppressWarnings("ReferenceEquality")
    private int place(Var variable) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i) == variable) {
                return i;
            }
        }
        return -1;
    }

    boolean has(Var variable) {
        return variables.contains(variable);
    }

    boolean isCertain(Var variable) {
        return certain.contains(variable);
    }

    int width() {
        return variables.size();
    }

    Schema keep(Predicate<Var> wanted) {
        return new Schema(
                variables.stream().filter(wanted).toList(),
                Set.copyOf(certain.stream().filter(wanted).toList()));
    }

    /** With one more column, or with the column there is made certain. */
    Schema with(Var variable, boolean isCertain) {
        List<Var> all = new ArrayList<>(variables);
        if (!all.contains(variable)) {
            all.add(variable);
        }
        Set<Var> sure = new HashSet<>(certain);
        if (isCertain) {
            sure.add(variable);
        }
        return new Schema(List.copyOf(all), Set.copyOf(sure));
    }

    /** The columns of both; certain is what that function says of the certain ones of both. */
    Schema and(Schema other, boolean otherMayBeMissing) {
        Schema both = this;
        for (Var variable : other.variables) {
            both = both.with(variable, !otherMayBeMissing && other.isCertain(variable));
        }
        return both;
    }

    /** The columns of either of two alternatives. */
    Schema or(Schema other) {
        Schema both = and(other, true);
        return new Schema(
                both.variables,
                Set.copyOf(certain.stream().filter(other::isCertain).toList()));
    }

    /** The column in another schema of each column of this one; less than 0 where it has none. */
    int[] columnsIn(Schema other) {
        return variables.stream().mapToInt(other::index).toArray();
    }
}
