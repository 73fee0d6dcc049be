package se.fondgraf.web.sparql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import se.fondgraf.web.http.Refusal;

/**
 * A regular expression of REGEX or REPLACE, matched in time linear in the text, so that no pattern can hold a processor
 * for long. The price: no back-references and no look-around; the latter SPARQL does not have anyway.
 */
final class LinearRegex {
    /** Characters of a pattern. */
    private static final int PATTERN = 1_000;

    /** Steps of the compiled pattern; each may be taken once for each character of the text. */
    private static final int PROGRAM = 10_000;

    /** The product of the two that is still computed, about a second. */
    private static final long WORK = 100_000_000;

    private final Pattern pattern;

    private LinearRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** REGEX(text, pattern[, flags]). */
    static Expr match(ExprList arguments) {
        return new Match(arguments);
    }

    /** REPLACE(text, pattern, replacement[, flags]). */
    static Expr replace(ExprList arguments) {
        return new Replace(arguments);
    }

    private static LinearRegex compile(String pattern, String flags) {
        int options = 0;
        String text = pattern;
        for (int i = 0; i < flags.length(); i++) {
            switch (flags.charAt(i)) {
                case 'i' -> options |= Pattern.CASE_INSENSITIVE;
                case 's' -> options |= Pattern.DOTALL;
                case 'm' -> options |= Pattern.MULTILINE;
                case 'x' -> text = withoutSpace(text);
                case 'q' -> text = Pattern.quote(text);
                default -> throw new ExprEvalException("unknown flag");
            }
        }
        try {
            if (pattern.length() <= PATTERN) {
                Pattern compiled = Pattern.compile(text, options);
                if (compiled.programSize() <= PROGRAM) {
                    return new LinearRegex(compiled);
                }
            }
            throw Refusal.of(422, "The regular expression is longer or repeats more than the server allows.");
        } catch (PatternSyntaxException e) {
            throw Refusal.of(
                    422,
                    "The regular expression cannot be used here; back-references and look-around are not supported.");
        }
    }

    /** Flag x by XPath: white space outside a character class does not count. */
    private static String withoutSpace(String pattern) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                kept.append(c).append(pattern.charAt(++i));
                continue;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth > 0 || " \t\r\n".indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private Matcher matcher(String text) {
        if ((long) text.length() * pattern.programSize() > WORK) {
            throw Refusal.of(422, "The regular expression is too large for a text of this length.");
        }
        return pattern.matcher(text);
    }

    private String replaceAll(String text, String replacement) {
        Matcher matcher = matcher(text);
        StringBuilder replaced = new StringBuilder();
        boolean found = false;
        try {
            while (matcher.find()) {
                // As ARQ does: an empty match counts only when it is the first.
                if (!found || matcher.start() != matcher.end()) {
                    found = true;
                    matcher.appendReplacement(replaced, replacement);
                    BoundedExpressions.boundText(replaced.length());
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("bad replacement");
        }
        matcher.appendTail(replaced);
        BoundedExpressions.boundText(replaced.length());
        return replaced.toString();
    }

    /** The common part: a pattern that is the same in every row is compiled once. */
    private abstract static class Function extends ExprFunctionN {
        private final Optional<LinearRegex> constant;
        private final int flags;

        Function(String name, ExprList arguments, int flags) {
            super(name, arguments);
            this.flags = flags;
            this.constant = isText(arguments.get(1)) && (arguments.size() <= flags || isText(arguments.get(flags)))
                    ? Optional.of(compile(text(arguments.get(1)), flagsOf(arguments)))
                    : Optional.empty();
        }

        private static boolean isText(Expr argument) {
            return argument.isConstant() && argument.getConstant().isString();
        }

        private static String text(Expr argument) {
            return argument.getConstant().getString();
        }

        private String flagsOf(ExprList arguments) {
            return arguments.size() > flags ? text(arguments.get(flags)) : "";
        }

        LinearRegex regex(List<NodeValue> values) {
            return constant.orElseGet(
                    () -> compile(literal(values.get(1)), values.size() > flags ? literal(values.get(flags)) : ""));
        }

        String literal(NodeValue value) {
            return node(value).getLiteralLexicalForm();
        }

        Node node(NodeValue value) {
            return NodeValueOps.checkAndGetStringLiteral(getFunctionSymbol().getSymbol(), value);
        }
    }

    private static final class Match extends Function {
        Match(ExprList arguments) {
            super(Tags.tagRegex, arguments, 2);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            return NodeValue.booleanReturn(
                    regex(values).matcher(literal(values.get(0))).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Match(arguments);
        }
    }

    private static final class Replace extends Function {
        Replace(ExprList arguments) {
            super(Tags.tagReplace, arguments, 3);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            Node text = node(values.get(0));
            String replaced = regex(values).replaceAll(text.getLiteralLexicalForm(), literal(values.get(2)));
            String language = text.getLiteralLanguage();
            return language.isEmpty() ? NodeValue.makeString(replaced) : NodeValue.makeLangString(replaced, language);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments);
        }
    }
}
