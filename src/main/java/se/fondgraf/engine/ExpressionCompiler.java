package se.fondgraf.engine;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * From ARQ's expressions to expressions over rows. What depends on one variable is evaluated once a term; the usual
 * operators work on what comes of that; whatever else there is, ARQ evaluates row by row.
 */
final class ExpressionCompiler {
    private final Execution execution;
    private final QueryTerms terms;
    private final Schema schema;

    ExpressionCompiler(Execution execution, Schema schema) {
        this.execution = execution;
        this.terms = execution.terms();
        this.schema = schema;
    }

    List<RowExpression> compile(List<Expr> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    RowExpression compile(Expr wanted) {
        Expr expression = ExprLib.replaceAggregateByVariable(wanted);
        RowExpression compiled = part(expression);
        return isWorthRemembering(expression) && Purity.isPure(expression)
                ? new RememberedRows(execution, compiled, columns(expression.getVarsMentioned()))
                : compiled;
    }

    /** What ARQ does with values is dear; equality of terms and what is made of truths are cheap. */
    private static boolean isWorthRemembering(Expr expression) {
        return expression.getVarsMentioned().size() > 1
                && !(expression instanceof E_LogicalAnd
                        || expression instanceof E_LogicalOr
                        || expression instanceof E_LogicalNot
                        || expression instanceof E_Coalesce
                        || expression instanceof E_Equals
                        || expression instanceof E_NotEquals);
    }

    private int[] columns(Set<Var> variables) {
        return variables.stream()
                .mapToInt(schema::index)
                .filter(column -> column >= 0)
                .toArray();
    }

    private RowExpression part(Expr expression) {
        if (expression.isVariable()) {
            return new ColumnExpression(terms, schema.index(expression.asVar()));
        }
        return LanguageCondition.of(terms, schema, expression).orElseGet(() -> other(expression));
    }

    private RowExpression other(Expr expression) {
        Set<Var> variables = expression.getVarsMentioned();
        if (variables.size() <= 1 && Purity.isPure(expression)) {
            Var variable = variables.isEmpty() ? Var.ANON : variables.iterator().next();
            return new RememberedExpression(terms, expression, variable, schema.index(variable), execution.context());
        }
        return switch (expression) {
            case E_LogicalAnd and -> logical(and, RowExpression.Truth.FALSE, RowExpression.Truth::and);
            case E_LogicalOr or -> logical(or, RowExpression.Truth.TRUE, RowExpression.Truth::or);
            case E_LogicalNot not -> not(part(not.getArg()));
            case E_NotEquals unequal -> comparison(unequal, false);
            case E_Equals equal -> comparison(equal, true);
            case ExprFunction2 function
            when OrderCondition.isFor(function) ->
                new OrderCondition(terms, function, part(function.getArg1()), part(function.getArg2()));
            case ExprFunction2 function when isArithmetic(function) -> binary(function);
            case ExprFunction1 function when isOrdinary(function) -> unary(function);
            case E_If choice -> choice(choice);
            case E_Coalesce coalesce ->
                coalesce(coalesce.getArgs().stream().map(this::part).toList());
            default -> byRow(expression);
        };
    }

    private static boolean isArithmetic(ExprFunction2 function) {
        return function instanceof E_Add
                || function instanceof E_Subtract
                || function instanceof E_Multiply
                || function instanceof E_Divide;
    }

    private static boolean isOrdinary(ExprFunction1 function) {
        return function instanceof E_NumFloor
                || function instanceof E_NumCeiling
                || function instanceof E_NumRound
                || function instanceof E_NumAbs
                || function instanceof E_Str;
    }

    private RowExpression binary(ExprFunction2 function) {
        RowExpression left = part(function.getArg1());
        RowExpression right = part(function.getArg2());
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                NodeValue first = left.value(batch, row);
                NodeValue second = right.value(batch, row);
                return first == null || second == null ? null : evaluated(function, first, second);
            }
        };
    }

    static @Nullable NodeValue evaluated(ExprFunction2 function, NodeValue first, NodeValue second) {
        try {
            return function.eval(first, second);
        } catch (ExprEvalException e) {
            return null;
        }
    }

    private RowExpression unary(ExprFunction1 function) {
        RowExpression argument = part(function.getArg());
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                NodeValue value = argument.value(batch, row);
                try {
                    return value == null ? null : function.eval(value);
                } catch (ExprEvalException e) {
                    return null;
                }
            }
        };
    }

    /** Resources are equal when they are the same; literals have their own opinion. */
    private RowExpression comparison(ExprFunction2 function, boolean equal) {
        if (!function.getArg1().isVariable() || !function.getArg2().isVariable()) {
            return binary(function);
        }
        RowExpression left = part(function.getArg1());
        RowExpression right = part(function.getArg2());
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                int first = left.number(batch, row);
                int second = right.number(batch, row);
                if (first == Batch.UNBOUND || second == Batch.UNBOUND) {
                    return null;
                }
                if (terms().isResource(first) && terms().isResource(second)) {
                    return NodeValue.booleanReturn((first == second) == equal);
                }
                return evaluated(function, terms().value(first), terms().value(second));
            }
        };
    }

    /** The right side is left alone where the left decides. */
    private RowExpression logical(
            ExprFunction2 function, RowExpression.Truth decisive, BinaryOperator<RowExpression.Truth> operator) {
        RowExpression left = part(function.getArg1());
        RowExpression right = part(function.getArg2());
        return new RowExpression(terms) {
            @Override
            Truth truth(Batch batch, int row) {
                Truth first = left.truth(batch, row);
                return first == decisive ? decisive : operator.apply(first, right.truth(batch, row));
            }

            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                return truth(batch, row).value();
            }
        };
    }

    private RowExpression not(RowExpression argument) {
        return new RowExpression(terms) {
            @Override
            Truth truth(Batch batch, int row) {
                return switch (argument.truth(batch, row)) {
                    case TRUE -> Truth.FALSE;
                    case FALSE -> Truth.TRUE;
                    case ERROR -> Truth.ERROR;
                };
            }

            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                return truth(batch, row).value();
            }
        };
    }

    private RowExpression choice(E_If choice) {
        RowExpression condition = part(choice.getArg1());
        RowExpression whenTrue = part(choice.getArg2());
        RowExpression whenFalse = part(choice.getArg3());
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                return switch (condition.truth(batch, row)) {
                    case TRUE -> whenTrue.value(batch, row);
                    case FALSE -> whenFalse.value(batch, row);
                    case ERROR -> null;
                };
            }
        };
    }

    private RowExpression coalesce(List<RowExpression> arguments) {
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                for (RowExpression argument : arguments) {
                    NodeValue value = argument.value(batch, row);
                    if (value != null) {
                        return value;
                    }
                }
                return null;
            }
        };
    }

    private RowExpression byRow(Expr expression) {
        return new RowExpression(terms) {
            @Override
            @Nullable
            NodeValue value(Batch batch, int row) {
                return ExprLib.evalOrNull(
                        expression, new RowBinding(schema, terms(), batch.columns(), row), execution.context());
            }
        };
    }
}
