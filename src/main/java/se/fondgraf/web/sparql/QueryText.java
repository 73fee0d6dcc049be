package se.fondgraf.web.sparql;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.syntax.ElementGroup;
import se.fondgraf.web.http.Refusal;

/** From the text of a query to the algebra that may run: SPARQL 1.1 alone, nothing that reaches outside the data. */
final class QueryText {
    /** What relative IRIs are resolved against; a fixed one, since the default is this process's folder. */
    private static final String BASE = "http://server/unset-base/";

    private static final Pattern POSITION = Pattern.compile("(?:at )?[Ll]ine:? (\\d+),? column:? (\\d+)[,.:]?\\s*");
    private static final int MESSAGE = 200;

    private QueryText() {}

    /**
     * Reads the text.
     *
     * @throws Refusal 400 with the line and column
     */
    static Query parse(String text) {
        try {
            Query query = QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
            if (query.getQueryPattern() == null) {
                query.setQueryPattern(new ElementGroup());
            }
            return query;
        } catch (QueryParseException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw Refusal.tooDeep();
            }
            throw Refusal.badRequest(sentence(e));
        } catch (ExprException e) {
            throw Refusal.badRequest(
                    "The query holds an expression that cannot be read, such as a regular expression.");
        } catch (QueryException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw Refusal.tooDeep();
            }
            throw Refusal.badRequest("The query is not SPARQL 1.1: " + reason(String.valueOf(e.getMessage())));
        } catch (JenaException e) {
            throw Refusal.badRequest("The query holds a name or value that cannot be read.");
        }
    }

    /** The position in the message is that of the surprise; the exception's own is that of the token before it. */
    private static String sentence(QueryParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher position = POSITION.matcher(message);
        String where = "";
        if (position.find()) {
            where = " at line %s, column %s".formatted(position.group(1), position.group(2));
        } else if (e.getLine() > 0) {
            where = " at line %d, column %d".formatted(e.getLine(), e.getColumn());
        }
        return "The query is not SPARQL 1.1%s: %s".formatted(where, reason(message));
    }

    /** The first line of the parser's message; the rest lists every token that might have come. */
    private static String reason(String message) {
        String first = message.lines().findFirst().orElse("");
        String text = POSITION.matcher(first).replaceAll("").strip();
        return text.length() > MESSAGE ? text.substring(0, MESSAGE) + "…" : text;
    }

    /**
     * The algebra, every part of it looked at.
     *
     * @throws Refusal 403 for SERVICE, 422 for a function that is not offered
     */
    static Op algebra(Query query) {
        return Transformer.transform(new NothingOutside(), new BoundedExpressions(), Algebra.compile(query));
    }

    private static final class NothingOutside extends TransformCopy {
        private static final Set<String> AGGREGATES =
                Set.of("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT");

        @Override
        public Op transform(OpService service, Op pattern) {
            throw Refusal.of(403, "SERVICE is closed here: the endpoint answers from its own data alone.");
        }

        @Override
        public Op transform(OpGroup group, Op pattern) {
            if (!group.getAggregators().stream()
                    .map(aggregator -> aggregator.getAggregator().getName())
                    .allMatch(AGGREGATES::contains)) {
                throw Refusal.of(422, "Only the aggregates of SPARQL 1.1 are offered here.");
            }
            return super.transform(group, pattern);
        }
    }
}
