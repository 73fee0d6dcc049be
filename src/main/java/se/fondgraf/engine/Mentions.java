package se.fondgraf.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.jspecify.annotations.Nullable;

/** The variables that something speaks of. */
final class Mentions {
    private Mentions() {}

    /** All variables of an operator and of everything below it. */
    static Set<Var> of(Op op) {
        Set<Var> variables = new HashSet<>(OpVars.mentionedVars(op));
        Collector collector = new Collector(variables);
        OpVisitorBase conditions = new OpVisitorBase() {
            @Override
            public void visit(OpLeftJoin join) {
                variables.addAll(of(join.getExprs()));
            }
        };
        Walker.walk(op, conditions, collector);
        return variables;
    }

    static Set<Var> of(@Nullable ExprList expressions) {
        return of(expressions == null ? List.of() : expressions.getList());
    }

    static Set<Var> of(List<Expr> expressions) {
        Set<Var> variables = new HashSet<>();
        expressions.forEach(expression -> {
            variables.addAll(expression.getVarsMentioned());
            Walker.walk(expression, new Collector(variables));
        });
        return variables;
    }

    private static final class Collector extends ExprVisitorBase {
        private final Set<Var> variables;

        Collector(Set<Var> variables) {
            this.variables = variables;
        }

        @Override
        public void visit(ExprVar variable) {
            variables.add(variable.asVar());
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            variables.add(aggregate.getVar());
        }
    }
}
