package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;

/** Plans what is asked of named graphs: of one, or of each in turn. */
final class GraphPlanner {
    /** With more graphs than this, asking each in turn is left to ARQ. */
    private static final int MOST = 32;

    private final Execution execution;
    private final Planner planner;

    GraphPlanner(Execution execution, Planner planner) {
        this.execution = execution;
        this.planner = planner;
    }

    /** The stage, or empty when ARQ has to do it. */
    Optional<Stage> plan(OpGraph graph, Stage input, Live live, Planner.Scope scope) {
        Node name = graph.getNode();
        if (!name.isVariable()) {
            return name.isURI() && !Quad.isDefaultGraph(name) && !Quad.isUnionGraph(name)
                    ? Optional.of(named(graph, name, input, live, scope))
                    : Optional.empty();
        }
        List<Node> names = new ArrayList<>();
        execution.dataset().listGraphNodes().forEachRemaining(names::add);
        if (names.isEmpty() || names.size() > MOST) {
            return Optional.empty();
        }
        Var variable = Var.alloc(name);
        Feed feed = new Feed(input);
        List<Stage> stages = names.stream()
                .<Stage>map(each -> new BindStage(
                        execution,
                        named(graph, each, feed, live.and(List.of(variable)), scope),
                        variable,
                        execution.terms().number(each)))
                .toList();
        Schema schema = stages.stream().map(Stage::schema).reduce(Schema::or).orElseThrow();
        return Optional.of(new UnionStage(input, feed, stages, schema));
    }

    /** A graph that is not there has no matches, not even for the empty pattern. */
    private Stage named(OpGraph graph, Node name, Stage input, Live live, Planner.Scope scope) {
        return execution
                .dataset()
                .triples(name)
                .map(triples -> {
                    ExecutionContext context = ExecutionContext.copyChangeActiveGraph(
                            scope.context(), scope.context().getDataset().getGraph(name));
                    return planner.plan(
                            graph.getSubOp(), input, live, new Planner.Scope(Optional.of(name), triples, context));
                })
                .orElseGet(() -> new SliceStage(execution, input, 0, 0));
    }
}
