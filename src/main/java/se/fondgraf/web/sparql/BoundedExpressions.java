package se.fondgraf.web.sparql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import se.fondgraf.web.http.Refusal;

/**
 * Puts bounds on the expressions of a query: functions by name only from a list, and those built-in functions whose
 * values can double at each step, or that take exponential time, replaced by ones that refuse.
 */
final class BoundedExpressions extends ExprTransformCopy {
    /** Characters of a text made by a query; the longest text of a project has a few tens of thousands. */
    static final int TEXT = 1 << 20;

    /** Binary digits of a number made by a query. */
    private static final int NUMBER = 1 << 16;

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";

    /**
     * Of the XPath functions that ARQ knows, those that only look at their arguments. Regular expressions are SPARQL's.
     */
    private static final Set<String> XPATH = Set.of("""
            substring string-length upper-case lower-case contains starts-with ends-with substring-before
            substring-after abs ceiling floor round round-half-to-even boolean not normalize-space
            year-from-date month-from-date day-from-date timezone-from-date hours-from-time minutes-from-time
            seconds-from-time timezone-from-time dateTime year-from-dateTime month-from-dateTime day-from-dateTime
            hours-from-dateTime minutes-from-dateTime seconds-from-dateTime timezone-from-dateTime
            years-from-duration months-from-duration days-from-duration hours-from-duration
            minutes-from-duration seconds-from-duration numeric-mod numeric-integer-divide""".split("\\s+", -1));

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Multiply ? new Multiply(left, right) : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_StrConcat concat -> new Concat(arguments);
            case E_Regex regex -> LinearRegex.match(arguments);
            case E_StrReplace replace -> LinearRegex.replace(arguments);
            case E_Function named
            when !isOffered(named.getFunctionIRI()) ->
                throw Refusal.of(
                        422, "The function <%s> is not offered here.".formatted(shown(named.getFunctionIRI())));
            default -> super.transform(function, arguments);
        };
    }

    private static boolean isOffered(String iri) {
        return iri.startsWith(XSD) || (iri.startsWith(FN) && XPATH.contains(iri.substring(FN.length())));
    }

    private static String shown(String iri) {
        return iri.length() > 200 ? iri.substring(0, 200) + "…" : iri;
    }

    static void boundText(long length) {
        if (length > TEXT) {
            throw Refusal.of(422, "The query makes a text longer than the limit of %,d characters.".formatted(TEXT));
        }
    }

    private static final class Concat extends E_StrConcat {
        Concat(ExprList arguments) {
            super(arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            boundText(values.stream()
                    .filter(NodeValue::isLiteral)
                    .mapToLong(value -> value.asNode().getLiteralLexicalForm().length())
                    .sum());
            return super.eval(values);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments);
        }
    }

    private static final class Multiply extends E_Multiply {
        Multiply(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (size(left) + size(right) > NUMBER) {
                throw Refusal.of(422, "The query makes a number larger than the server computes with.");
            }
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Multiply(left, right);
        }

        private static long size(NodeValue value) {
            if (value.isInteger()) {
                return value.getInteger().bitLength();
            }
            if (value.isDecimal()) {
                BigDecimal decimal = value.getDecimal();
                return decimal.unscaledValue().bitLength() + 4L * Math.abs((long) decimal.scale());
            }
            return 0;
        }
    }
}
