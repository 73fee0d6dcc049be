package se.fondgraf.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The parameters in a query's body: every {@code VALUES} of one variable and one term. They are found and replaced in
 * the parsed query, so a value can never become syntax.
 */
final class ParameterBlocks {
    private ParameterBlocks() {}

    /** The terms of each parameter-like block, by variable, in the order of the text. */
    static Map<String, List<Node>> terms(Query query) {
        Map<String, List<Node>> terms = new LinkedHashMap<>();
        transform(query, data -> {
            if (isParameter(data)) {
                Var variable = data.getVars().getFirst();
                terms.computeIfAbsent(variable.getVarName(), name -> new ArrayList<>())
                        .add(data.getRows().getFirst().get(variable));
            }
            return data;
        });
        return terms;
    }

    /** A copy of the query in which those variables are bound to those terms, and nothing else differs. */
    static Query replace(Query query, Map<String, Node> values) {
        return transform(query, data -> {
            if (!isParameter(data)
                    || !values.containsKey(data.getVars().getFirst().getVarName())) {
                return data;
            }
            Var variable = data.getVars().getFirst();
            ElementData bound = new ElementData();
            bound.add(variable);
            bound.add(BindingFactory.binding(variable, values.get(variable.getVarName())));
            return bound;
        });
    }

    /** The lines, from 1, on which a {@code VALUES} of that variable stands alone. */
    static List<Integer> lines(String text, String variable) {
        Pattern alone = Pattern.compile("\\s*VALUES\\s+\\?" + Pattern.quote(variable) + "\\s*\\{.*}\\s*");
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> alone.matcher(lines.get(i)).matches())
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static boolean isParameter(ElementData data) {
        return data.getVars().size() == 1
                && data.getRows().size() == 1
                && data.getRows().getFirst().size() == 1;
    }

    private interface DataTransform {
        Element apply(ElementData data);
    }

    private static Query transform(Query query, DataTransform change) {
        ElementTransformCopyBase elements = new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData data) {
                return change.apply(data);
            }
        };
        return QueryTransformOps.transform(query, elements, new ExprTransformApplyElementTransform(elements));
    }
}
