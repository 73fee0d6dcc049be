package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;

/**
 * From SPARQL algebra to stages. An operator is planned over the stage that its rows come from, as ARQ's executor runs
 * it over an iterator, so it means the same; what has no stage of its own is left to ARQ in its place.
 */
final class Planner {
    private final Execution execution;
    private final boolean keepsAll;
    private int marks;

    /**
     * A planner.
     *
     * @param keepsAll whether every column is kept, because a sub-query in an expression may look at it
     */
    Planner(Execution execution, boolean keepsAll) {
        this.execution = execution;
        this.keepsAll = keepsAll;
    }

    private Live only(Collection<Var> variables) {
        return keepsAll ? Live.ALL : Live.of(variables);
    }

    /**
     * The graph that patterns are matched in.
     *
     * @param name empty for the default graph
     * @param context the same for ARQ
     */
    record Scope(Optional<Node> name, TripleIndex triples, ExecutionContext context) {}

    /** The stage for an operator over nothing. */
    Stage plan(Op op, Live live, Scope scope) {
        return plan(op, Stage.unit(), live, scope);
    }

    Stage plan(Op op, Stage input, Live live, Scope scope) {
        return switch (op) {
            case OpBGP bgp
            when PatternPlanner.canPlan(bgp.getPattern().getList()) ->
                new PatternPlanner(execution, scope.triples)
                        .plan(bgp.getPattern().getList(), input, live);
            case OpTriple triple -> plan(triple.asBGP(), input, live, scope);
            case OpPath path ->
                new PatternPlanner(execution, scope.triples)
                        .plan(path.getTriplePath(), input, live)
                        .orElseGet(() -> byArq(path, input, scope));
            case OpSequence sequence -> sequence(sequence.getElements(), input, live, scope);
            case OpTable table -> table(table, input);
            case OpFilter filter -> filter(filter, input, live, scope);
            case OpExtend extend -> extend(extend, input, live, scope);
            case OpJoin join ->
                join(JoinStage.Kind.INNER, join.getLeft(), join.getRight(), new ExprList(), input, live, scope);
            case OpLeftJoin join ->
                join(JoinStage.Kind.LEFT, join.getLeft(), join.getRight(), join.getExprs(), input, live, scope);
            case OpConditional optional -> optional(optional, input, live, scope);
            case OpUnion union -> union(List.of(union.getLeft(), union.getRight()), input, live, scope);
            case OpDisjunction union -> union(union.getElements(), input, live, scope);
            case OpGraph graph ->
                new GraphPlanner(execution, this)
                        .plan(graph, input, live, scope)
                        .orElseGet(() -> byArq(graph, input, scope));
            default -> input.isUnit() ? modifier(op, input, live, scope) : byArq(op, input, scope);
        };
    }

    /** Operators that look at all their rows; ARQ's executor has ways of its own to put them amid others. */
    private Stage modifier(Op op, Stage input, Live live, Scope scope) {
        return switch (op) {
            case OpMinus minus -> minus(minus, input, live, scope);
            case OpProject project -> {
                Stage stage = plan(project.getSubOp(), input, only(project.getVars()), scope);
                Set<Var> wanted = new HashSet<>(project.getVars());
                yield new ProjectStage(
                        stage,
                        new Schema(
                                List.copyOf(project.getVars()),
                                stage.schema().keep(wanted::contains).certain()));
            }
            case OpDistinctReduced distinct ->
                new DistinctStage(execution, plan(distinct.getSubOp(), input, Live.ALL, scope));
            case OpGroup group -> CachedStage.of(execution, group, scope, () -> group(group, input, scope));
            case OpOrder order -> order(order.getSubOp(), order.getConditions(), input, live, scope);
            case OpTopN top ->
                new SliceStage(
                        execution,
                        sorted(new OpOrder(top.getSubOp(), top.getConditions()), input, live, scope),
                        0,
                        top.getLimit());
            case OpSlice slice ->
                new SliceStage(
                        execution,
                        sorted(slice.getSubOp(), input, live, scope),
                        Math.max(0, slice.getStart()),
                        slice.getLength() == Query.NOLIMIT ? Long.MAX_VALUE : slice.getLength());
            default -> byArq(op, input, scope);
        };
    }

    private Stage byArq(Op op, Stage input, Scope scope) {
        ColumnExecutor executor = new ColumnExecutor(scope.context, execution.dataset());
        return new ArqStage(execution, input, op, scope.context, rows -> executor.execByArq(op, rows));
    }

    private Stage sequence(List<Op> ops, Stage input, Live live, Scope scope) {
        Stage stage = input;
        for (int i = 0; i < ops.size(); i++) {
            Live needed = live;
            for (Op later : ops.subList(i + 1, ops.size())) {
                needed = needed.and(Mentions.of(later));
            }
            stage = plan(ops.get(i), stage, needed, scope);
        }
        return stage;
    }

    private Stage table(OpTable op, Stage input) {
        if (op.isJoinIdentity()) {
            return input;
        }
        List<Var> variables = op.getTable().getVars();
        Set<Var> certain = new HashSet<>(variables);
        ColumnTable rows = new ColumnTable(execution, variables.size());
        int[] row = new int[variables.size()];
        for (Iterator<Binding> bindings = op.getTable().rows(); bindings.hasNext(); ) {
            Binding binding = bindings.next();
            for (int i = 0; i < row.length; i++) {
                Node value = binding.get(variables.get(i));
                row[i] = value == null ? Batch.UNBOUND : execution.terms().number(value);
                if (value == null) {
                    certain.remove(variables.get(i));
                }
            }
            rows.add(row);
        }
        TableStage table = new TableStage(rows, new Schema(List.copyOf(variables), Set.copyOf(certain)));
        if (input.isUnit()) {
            return table;
        }
        Schema both = input.schema().and(table.schema(), false);
        JoinStage join = new JoinStage(execution, JoinStage.Kind.INNER, input, table, both, List.of());
        boolean small = input instanceof TableStage before && before.rows().size() * rows.size() < Batch.ROWS;
        return small ? new TableStage(ColumnTable.of(execution, join), both) : join;
    }

    private Stage filter(OpFilter filter, Stage input, Live live, Scope scope) {
        Live needed = live.and(Mentions.of(filter.getExprs()));
        Stage stage = plan(filter.getSubOp(), input, needed, scope);
        return new FilterStage(
                execution,
                stage,
                new ExpressionCompiler(execution, stage.schema())
                        .compile(filter.getExprs().getList()));
    }

    private Stage extend(OpExtend extend, Stage input, Live live, Scope scope) {
        Set<Var> used =
                Mentions.of(List.copyOf(extend.getVarExprList().getExprs().values()));
        Stage stage = plan(extend.getSubOp(), input, live.and(used), scope);
        if (extend.getVarExprList().getVars().stream().anyMatch(stage.schema()::has)) {
            return byArq(extend, input, scope);
        }
        for (Var variable : extend.getVarExprList().getVars()) {
            ExpressionCompiler compiler = new ExpressionCompiler(execution, stage.schema());
            stage = new ExtendStage(
                    execution,
                    stage,
                    variable,
                    compiler.compile(extend.getVarExprList().getExpr(variable)));
        }
        return stage;
    }

    private Stage join(
            JoinStage.Kind kind, Op left, Op right, ExprList conditions, Stage input, Live live, Scope scope) {
        Set<Var> common = new HashSet<>(OpVars.visibleVars(right));
        Live needed = live.and(common).and(Mentions.of(conditions));
        Stage leftStage = plan(left, input, needed, scope);
        Stage rightStage =
                plan(right, Stage.unit(), needed.and(leftStage.schema().variables()), scope);
        Schema both = leftStage.schema().and(rightStage.schema(), kind == JoinStage.Kind.LEFT);
        List<RowExpression> compiled = conditions == null || conditions.isEmpty()
                ? List.of()
                : new ExpressionCompiler(execution, both).compile(conditions.getList());
        return new JoinStage(execution, kind, leftStage, rightStage, both, compiled);
    }

    private Stage minus(OpMinus minus, Stage input, Live live, Scope scope) {
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        Stage left = plan(minus.getLeft(), input, live.and(common), scope);
        if (common.isEmpty()) {
            return left;
        }
        Stage right = plan(minus.getRight(), Stage.unit(), only(common), scope);
        boolean sure = common.stream().anyMatch(variable -> JoinStage.isKey(left.schema(), right.schema(), variable));
        return sure
                ? new JoinStage(execution, JoinStage.Kind.MINUS, left, right, left.schema(), List.of())
                : byArq(minus, input, scope);
    }

    private Stage optional(OpConditional optional, Stage input, Live live, Scope scope) {
        Stage left = plan(optional.getLeft(), input, live.and(Mentions.of(optional.getRight())), scope);
        Var mark = Var.alloc("/row" + marks++);
        List<Var> columns = new ArrayList<>(left.schema().variables());
        columns.add(mark);
        Set<Var> certain = new HashSet<>(left.schema().certain());
        certain.add(mark);
        Feed feed = new Feed(new Schema(List.copyOf(columns), Set.copyOf(certain)));
        Live needed = live.and(left.schema().variables()).and(List.of(mark));
        Stage right = plan(optional.getRight(), feed, needed, scope);
        return new OptionalStage(execution, left, feed, right, mark);
    }

    private Stage union(List<Op> ops, Stage input, Live live, Scope scope) {
        Feed feed = new Feed(input);
        List<Stage> stages = ops.stream().map(op -> plan(op, feed, live, scope)).toList();
        Schema schema = stages.stream().map(Stage::schema).reduce(Schema::or).orElseThrow();
        return new UnionStage(input, feed, stages, schema);
    }

    private Stage order(Op sub, List<SortCondition> conditions, Stage input, Live live, Scope scope) {
        Set<Var> used = Mentions.of(
                conditions.stream().map(SortCondition::getExpression).toList());
        return new OrderStage(execution, plan(sub, input, live.and(used), scope), conditions);
    }

    /** Rows of which only some are wanted, all sorted; or sorted as far as they are wanted, where that can be told. */
    private Stage sorted(Op op, Stage input, Live live, Scope scope) {
        List<Op> parts = SortedAlternatives.of(op);
        return parts.isEmpty() ? plan(op, input, live, scope) : union(parts, input, live, scope);
    }

    private Stage group(OpGroup group, Stage input, Scope scope) {
        Set<Var> used = new HashSet<>(group.getGroupVars().getVars());
        used.addAll(Mentions.of(List.copyOf(group.getGroupVars().getExprs().values())));
        group.getAggregators()
                .forEach(aggregate ->
                        used.addAll(Mentions.of(aggregate.getAggregator().getExprList())));
        boolean wholeRows = group.getAggregators().stream()
                .anyMatch(aggregate -> aggregate.getAggregator() instanceof AggCountDistinct);
        return new GroupStage(
                execution, plan(group.getSubOp(), input, wholeRows ? Live.ALL : only(used), scope), group);
    }
}
