package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.NodeTransformLib;

/**
 * A stage whose rows the dataset remembers. The data does not change, so a part of a query that depends on nothing else
 * has the same rows next time, in the same query or in another; where that can be told, under other names of variables
 * too.
 */
final class CachedStage {
    private CachedStage() {}

    /**
     * The stage for an operator over nothing: its rows if they are known, otherwise one that remembers them.
     *
     * @param plan gives the stage that finds the rows
     */
    static Stage of(Execution execution, Op op, Planner.Scope scope, Supplier<Stage> plan) {
        if (!Purity.isPure(op)) {
            return plan.get();
        }
        Map<Var, Var> names = new HashMap<>();
        ResultCache.Key key = new ResultCache.Key(scope.name(), canRename(op) ? renamed(op, names) : op);
        Optional<ResultCache.Rows> known = execution.dataset().results().find(key);
        return known.<Stage>map(rows -> stage(execution, rows, names)).orElseGet(() -> {
            Stage found = plan.get();
            return new Stage(found.schema()) {
                private Optional<ColumnTable> rows = Optional.empty();

                @Override
                boolean run(Sink sink) {
                    if (rows.isEmpty()) {
                        rows = Optional.of(ColumnTable.of(execution, found));
                        keep(execution, key, found.schema(), rows.get(), names);
                    }
                    return rows.get().send(sink);
                }
            };
        });
    }

    /** Whether every variable below stands where renaming reaches it. */
    private static boolean canRename(Op op) {
        return switch (op) {
            case OpBGP bgp -> true;
            case OpPath path -> true;
            case OpTable table -> true;
            case OpSequence sequence -> sequence.getElements().stream().allMatch(CachedStage::canRename);
            case OpGroup group ->
                group.getAggregators().isEmpty()
                        && group.getGroupVars().getExprs().isEmpty()
                        && canRename(group.getSubOp());
            default -> false;
        };
    }

    /** The operator with variables named by the order in which they are met. */
    private static Op renamed(Op op, Map<Var, Var> names) {
        return NodeTransformLib.transform(
                node -> node.isVariable()
                        ? names.computeIfAbsent(Var.alloc(node), variable -> Var.alloc("/" + names.size()))
                        : node,
                op);
    }

    private static Stage stage(Execution execution, ResultCache.Rows rows, Map<Var, Var> names) {
        Map<Var, Var> back =
                names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        int[] numbers = rows.made().stream().mapToInt(execution.terms()::number).toArray();
        int[][] columns = rows.columns().stream()
                .map(column -> numbers.length == 0 ? column : translated(column, rows.known(), numbers))
                .toArray(int[][]::new);
        return new TableStage(new ColumnTable(execution, columns, rows.size()), named(rows.schema(), back));
    }

    private static int[] translated(int[] column, int known, int[] numbers) {
        return Arrays.stream(column)
                .map(value -> value < known ? value : numbers[value - known])
                .toArray();
    }

    private static Schema named(Schema schema, Map<Var, Var> names) {
        return new Schema(
                schema.variables().stream()
                        .map(variable -> names.getOrDefault(variable, variable))
                        .toList(),
                schema.certain().stream()
                        .map(variable -> names.getOrDefault(variable, variable))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Terms that the query made have numbers of its own, so they are kept beside and numbered anew. */
    private static void keep(
            Execution execution, ResultCache.Key key, Schema schema, ColumnTable rows, Map<Var, Var> names) {
        ResultCache cache = execution.dataset().results();
        if (!cache.fits(rows.size(), schema.width())) {
            return;
        }
        int known = execution.terms().known();
        int[] renumbered = new int[execution.terms().made()];
        Arrays.fill(renumbered, Batch.UNBOUND);
        List<Node> made = new ArrayList<>();
        int[][] columns = new int[schema.width()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(rows.column(i), rows.size());
            for (int row = 0; row < columns[i].length; row++) {
                if (columns[i][row] >= known) {
                    int own = columns[i][row] - known;
                    if (renumbered[own] == Batch.UNBOUND) {
                        made.add(execution.terms().node(columns[i][row]));
                        renumbered[own] = known + made.size() - 1;
                    }
                    columns[i][row] = renumbered[own];
                }
            }
        }
        cache.keep(
                key,
                new ResultCache.Rows(named(schema, names), List.of(columns), rows.size(), known, List.copyOf(made)));
    }
}
