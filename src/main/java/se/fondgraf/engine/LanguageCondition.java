package se.fondgraf.engine;

import java.util.Optional;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether a term has a certain language, as {@code LANG(?x) = "sv"} asks. The term itself need not be read for that.
 */
final class LanguageCondition extends RowExpression {
    private final int column;
    private final String language;
    private final boolean equal;

    private LanguageCondition(QueryTerms terms, int column, String language, boolean equal) {
        super(terms);
        this.column = column;
        this.language = language;
        this.equal = equal;
    }

    /** The test for an equation or inequation of that form; empty for anything else. */
    static Optional<RowExpression> of(QueryTerms terms, Schema schema, Expr expression) {
        return expression instanceof ExprFunction2 comparison
                        && (comparison instanceof E_Equals || comparison instanceof E_NotEquals)
                        && comparison.getArg1() instanceof E_Lang lang
                        && lang.getArg().isVariable()
                        && comparison.getArg2().isConstant()
                        && ValueOrder.isString(comparison.getArg2().getConstant())
                ? Optional.of(new LanguageCondition(
                        terms,
                        schema.index(lang.getArg().asVar()),
                        comparison.getArg2().getConstant().getString(),
                        comparison instanceof E_Equals))
                : Optional.empty();
    }

    @Override
    Truth truth(Batch batch, int row) {
        int number = column < 0 ? Batch.UNBOUND : batch.column(column)[row];
        String found = number == Batch.UNBOUND ? null : terms().language(number);
        return found == null ? Truth.ERROR : Truth.of(found.equals(language) == equal);
    }

    @Override
    @Nullable
    NodeValue value(Batch batch, int row) {
        return truth(batch, row).value();
    }
}
