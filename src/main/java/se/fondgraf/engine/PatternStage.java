package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * A triple pattern, looked up for every row of the input. A pattern with several alternatives, as a property path
 * {@code a|^b} is, gives the matches of each.
 */
final class PatternStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final TripleIndex triples;
    private final List<Alternative> alternatives;

    /** Columns of the input that go on, and what they are afterwards. */
    private final int[] kept;

    /**
     * Three parts.
     *
     * @param subject a term or a variable, and so on
     */
    record Pattern(Node subject, Node predicate, Node object) {}

    /** A part: a column of the input, or a constant; a column to write to, or none. */
    private record Part(int column, int constant, int target) {
        int value(Batch batch, int row, int known) {
            int value = column < 0 ? constant : batch.column(column)[row];
            if (column >= 0 && value == Batch.UNBOUND) {
                return TripleIndex.ANY;
            }
            return value >= known ? TermDictionary.ABSENT : value;
        }
    }

    private record Alternative(
            Part subject,
            Part predicate,
            Part object,
            boolean subjectIsPredicate,
            boolean subjectIsObject,
            boolean predicateIsObject) {
        boolean fits(int s, int p, int o) {
            return !((subjectIsPredicate && s != p) || (subjectIsObject && s != o) || (predicateIsObject && p != o));
        }
    }

    /**
     * A lookup.
     *
     * @param schema the columns that go on: some of the input and of the pattern's variables
     */
    PatternStage(Execution execution, Stage input, TripleIndex triples, List<Pattern> patterns, Schema schema) {
        super(schema);
        this.execution = execution;
        this.input = input;
        this.triples = triples;
        this.alternatives = new ArrayList<>();
        patterns.forEach(pattern -> alternatives.add(alternative(pattern)));
        this.kept = schema.columnsIn(input.schema());
    }

    private Alternative alternative(Pattern pattern) {
        return new Alternative(
                part(pattern.subject()),
                part(pattern.predicate()),
                part(pattern.object()),
                isSame(pattern.subject(), pattern.predicate()),
                isSame(pattern.subject(), pattern.object()),
                isSame(pattern.predicate(), pattern.object()));
    }

    private static boolean isSame(Node one, Node other) {
        return one.isVariable() && one.equals(other);
    }

    private Part part(Node node) {
        if (!node.isVariable()) {
            return new Part(-1, execution.terms().number(node), -1);
        }
        Var variable = Var.alloc(node);
        int column = input.schema().index(variable);
        boolean fixed = input.schema().isCertain(variable);
        return new Part(column, TripleIndex.ANY, fixed ? -1 : schema().index(variable));
    }

    @Override
    boolean run(Sink sink) {
        Output out = new Output(execution, schema().width(), sink);
        TripleCursor cursor = triples.cursor();
        boolean more = input.run(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                for (Alternative alternative : alternatives) {
                    if (!extend(batch, row, alternative, cursor, out)) {
                        return false;
                    }
                }
            }
            return true;
        });
        return out.flush() && more;
    }

    private boolean extend(Batch batch, int row, Alternative alternative, TripleCursor cursor, Output out) {
        int known = execution.terms().known();
        cursor.find(
                alternative.subject.value(batch, row, known),
                alternative.predicate.value(batch, row, known),
                alternative.object.value(batch, row, known));
        while (cursor.next()) {
            int subject = cursor.subject();
            int predicate = cursor.predicate();
            int object = cursor.object();
            if (!alternative.fits(subject, predicate, object)) {
                continue;
            }
            int to = out.row();
            for (int i = 0; i < kept.length; i++) {
                if (kept[i] >= 0) {
                    out.column(i)[to] = batch.column(kept[i])[row];
                }
            }
            write(out, alternative.subject.target, to, subject);
            write(out, alternative.predicate.target, to, predicate);
            write(out, alternative.object.target, to, object);
            if (!out.next()) {
                return false;
            }
        }
        return true;
    }

    private static void write(Output out, int column, int row, int value) {
        if (column >= 0) {
            out.column(column)[row] = value;
        }
    }
}
