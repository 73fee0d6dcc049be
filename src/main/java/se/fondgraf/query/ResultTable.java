package se.fondgraf.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * A SELECT's rows as an aligned table for people: a heading, a rule, the rows, and a line that counts them. IRIs stand
 * in short form, numbers to the right; longer texts are cut, IRIs never, because people copy them.
 */
final class ResultTable {
    /** In terminal columns. */
    static final int WIDEST_TEXT = 80;

    private static final String GAP = "  ";

    private final List<Var> columns;
    private final List<List<TableCell>> rows = new ArrayList<>();

    private ResultTable(List<Var> columns) {
        this.columns = columns;
    }

    static String of(RowSet rowSet, ShortForms shortForms) {
        ResultTable table = new ResultTable(rowSet.getResultVars());
        rowSet.forEach(row -> table.rows.add(table.cells(row, shortForms)));
        return table.text();
    }

    private List<TableCell> cells(Binding row, ShortForms shortForms) {
        return columns.stream()
                .map(column -> Optional.ofNullable(row.get(column))
                        .map(term -> cell(term, shortForms))
                        .orElse(TableCell.EMPTY))
                .toList();
    }

    private static TableCell cell(Node term, ShortForms shortForms) {
        if (term.isURI()) {
            return TableCell.whole(shortForms.shorten(term.getURI()));
        }
        if (term.isLiteral()) {
            boolean number = NodeUtils.isSimpleString(term) ? false : term.getLiteralValue() instanceof Number;
            return TableCell.text(term.getLiteralLexicalForm(), WIDEST_TEXT, number);
        }
        return TableCell.whole(term.toString());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        List<Integer> widths =
                IntStream.range(0, columns.size()).map(this::width).boxed().toList();
        List<Boolean> numeric =
                IntStream.range(0, columns.size()).mapToObj(this::isNumeric).toList();
        if (!columns.isEmpty()) {
            line(
                    text,
                    columns.stream().map(c -> TableCell.whole(c.getVarName())).toList(),
                    widths,
                    numeric);
            line(text, widths.stream().map(w -> TableCell.whole("-".repeat(w))).toList(), widths, numeric);
            rows.forEach(row -> line(text, row, widths, numeric));
        }
        return text.append(count()).append('\n').toString();
    }

    private String count() {
        boolean cut = rows.stream().flatMap(List::stream).anyMatch(TableCell::cut);
        return "(" + rows.size() + (rows.size() == 1 ? " row" : " rows")
                + (cut ? "; texts ending in … are whole in csv, tsv and json)" : ")");
    }

    private static void line(StringBuilder text, List<TableCell> cells, List<Integer> widths, List<Boolean> numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths.get(i) - cells.get(i).width());
            line.append(i == 0 ? "" : GAP);
            line.append(
                    numeric.get(i)
                            ? padding + cells.get(i).shown()
                            : cells.get(i).shown() + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int heading = columns.get(column).getVarName().length();
        return rows.stream().mapToInt(row -> row.get(column).width()).reduce(heading, Math::max);
    }

    private boolean isNumeric(int column) {
        List<TableCell> filled = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> cell.width() > 0)
                .toList();
        return !filled.isEmpty() && filled.stream().allMatch(TableCell::number);
    }
}
