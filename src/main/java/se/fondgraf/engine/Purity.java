package se.fondgraf.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;

/** Whether evaluating twice gives the same, and whether a sub-query hides in an expression. */
final class Purity {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private Purity() {}

    /** Whether the expression depends on its variables alone. */
    static boolean isPure(Expr expression) {
        Finder finder = new Finder();
        Walker.walk(expression, finder.expressions);
        return !finder.impure.get() && !finder.subquery.get();
    }

    /**
     * Whether the operator depends on the data alone, and not on the time or on the base of the query either. An
     * expression that carries its base with it is another expression with another base.
     */
    static boolean isPure(Op op) {
        Finder finder = new Finder();
        Walker.walk(op, finder.operators, finder.expressions);
        return !finder.impure.get() && !finder.base.get();
    }

    /** Whether there is an EXISTS anywhere, which may look at any variable of its row. */
    static boolean hasSubquery(Op op) {
        Finder finder = new Finder();
        Walker.walk(op, finder.operators, finder.expressions);
        return finder.subquery.get();
    }

    private static final class Finder {
        private final AtomicBoolean impure = new AtomicBoolean();
        private final AtomicBoolean subquery = new AtomicBoolean();
        private final AtomicBoolean base = new AtomicBoolean();

        private final ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunction0 function) {
                see(function);
            }

            @Override
            public void visit(ExprFunction1 function) {
                see(function);
            }

            @Override
            public void visit(ExprFunctionN function) {
                see(function);
            }

            @Override
            public void visit(ExprFunctionOp exists) {
                subquery.set(true);
            }
        };

        private final OpVisitorBase operators = new OpVisitorBase() {
            @Override
            public void visit(OpService op) {
                impure.set(true);
            }

            @Override
            public void visit(OpProcedure op) {
                impure.set(true);
            }

            @Override
            public void visit(OpPropFunc op) {
                impure.set(true);
            }

            @Override
            public void visit(OpExt op) {
                impure.set(true);
            }

            @Override
            public void visit(OpLabel op) {
                impure.set(true);
            }

            @Override
            public void visit(OpAssign op) {
                impure.set(true);
            }
        };

        private void see(ExprFunction function) {
            if (function instanceof E_IRI2 || (function instanceof E_IRI iri && iri.getParserBase() == null)) {
                base.set(true);
            }
            if (function instanceof Unstable
                    || function instanceof E_Now
                    || function instanceof E_Call
                    || (function instanceof E_Function named
                            && !named.getFunctionIRI().startsWith(XSD))) {
                impure.set(true);
            }
        }
    }
}
