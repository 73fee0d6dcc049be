package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Writes an HTML page as the lines that somebody sees: blocks are lines, {@code <br>} ends one, headings and paragraphs
 * have blank lines around them, lists have bullets, and labels stand as the layouts of captured texts have them: on a
 * line of their own, or glued to the value.
 */
final class HtmlLines implements NodeFilter {
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060]");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hgroup",
            "legend",
            "li",
            "main",
            "menu",
            "ol",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul");
    private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr");
    private static final Set<String> CELLS = Set.of("li", "td", "th", "dd", "dt");
    private static final int MOST_INDENT = 8;

    /** Between labels so near to each other are no blank lines. */
    private static final int LABEL_AND_VALUE = 2;

    private static final int NEW_LINE = 1;
    private static final int BLANK_LINE = 2;

    private final HtmlLabels labels;
    private final boolean glued;
    private final List<SeenLines.Line> lines = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean entry;
    private boolean space;
    /** What must come before the next text. */
    private int pending;
    /** Whether the next text is glued to the label before it. */
    private boolean glue;
    /** Whether a colon that follows belongs to the label before it. */
    private boolean colon;

    private Optional<String> bullet = Optional.empty();
    private int lists;
    private int cells;
    private int preformatted;
    /** Lines since the last label, its own among them; a high number before the first. */
    private int sinceLabel = Integer.MAX_VALUE / 2;

    private HtmlLines(HtmlLabels labels) {
        this.labels = labels;
        this.glued = labels.areGlued();
    }

    /** The lines of what stands in that element. */
    static HtmlLines of(Element root, HtmlLabels labels) {
        HtmlLines written = new HtmlLines(labels);
        NodeTraversor.filter(written, root);
        written.endLine();
        return written;
    }

    /** Without what browsers do not show: soft hyphens and their kin. */
    static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(visible(text.getWholeText()));
        } else if (node instanceof Element element) {
            if (HtmlFurniture.is(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            Optional<ContactLink> contact = ContactLink.of(element);
            if (contact.isPresent()) {
                append(" " + contact.get().inItsPlace());
                contacts.addAll(contact.get().told());
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
        String name = element.normalName();
        if (labels.has(element)) {
            beginLabel(element);
        } else {
            separate(element);
        }
        if (CELLS.contains(name)) {
            cells++;
        }
        switch (name) {
            case "br" -> breakLine(NEW_LINE);
            case "ul", "ol" -> {
                lists++;
                glue = false;
                pending = Math.max(pending, NEW_LINE);
            }
            case "li" -> bullet = bulletOf(element);
            case "pre" -> preformatted++;
            default -> {}
        }
    }

    /** Indented, as texts have lists that are lists; none before labels, whose list is for the eye alone. */
    private Optional<String> bulletOf(Element item) {
        return labels.has(item) || labels.isAround(item)
                ? Optional.empty()
                : Optional.of(" ".repeat(Math.min(MOST_INDENT, 1 + 2 * Math.max(0, lists - 1))) + "• ");
    }

    private void beginLabel(Element label) {
        boolean inline = !BLOCKS.contains(label.normalName()) && !CELLS.contains(label.normalName());
        boolean alone = line.isEmpty() || pending > 0;
        if (inline && !alone && !labels.haveColons()) {
            return;
        }
        glue = false;
        bullet = Optional.empty();
        boolean near = sinceLabel + (line.isEmpty() ? 0 : 1) <= LABEL_AND_VALUE;
        pending = near ? NEW_LINE : Math.max(pending, NEW_LINE);
    }

    private void end(Element element) {
        String name = element.normalName();
        if (CELLS.contains(name)) {
            cells--;
        }
        switch (name) {
            case "ul", "ol" -> lists--;
            case "pre" -> preformatted--;
            default -> {}
        }
        if (labels.has(element)) {
            endLabel(element);
        } else if (labels.isAround(element) && BLOCKS.contains(name)) {
            breakLine(BLANK_LINE);
        } else {
            separate(element);
        }
    }

    private void endLabel(Element label) {
        sinceLabel = 0;
        if (glued) {
            glue = !line.isEmpty();
        } else {
            colon = HtmlLabels.isColonNext(label);
            if (!colon) {
                breakLine(NEW_LINE);
            }
        }
    }

    /** What stands between an element and its neighbours. */
    private void separate(Element element) {
        String name = element.normalName();
        if (SPACED.contains(name)) {
            breakLine(cells > 0 || isValue(element) ? NEW_LINE : BLANK_LINE);
        } else if ((name.equals("ul") || name.equals("ol") || name.equals("dl") || name.equals("table"))
                && cells == 0) {
            breakLine(BLANK_LINE);
        } else if (BLOCKS.contains(name)) {
            breakLine(NEW_LINE);
        } else if (name.equals("td") || name.equals("th")) {
            if (labels.isAround(tableOf(element))) {
                breakLine(NEW_LINE);
            } else {
                append(" ");
            }
        }
    }

    /** Whether a paragraph is the value of the label right before it. */
    private boolean isValue(Element paragraph) {
        Element before = paragraph.previousElementSibling();
        return before != null && paragraph.normalName().equals("p") && labels.has(before);
    }

    private static Element tableOf(Element cell) {
        Element outer = cell;
        for (int i = 0; i < 4 && outer.parent() != null && !outer.normalName().equals("table"); i++) {
            outer = outer.parent();
        }
        return outer;
    }

    private void breakLine(int kind) {
        if (!glue) {
            pending = Math.max(pending, kind);
        }
    }

    private void append(String text) {
        if (preformatted > 0) {
            String[] parts = text.split("\\R", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    pending = Math.max(pending, parts[i].isBlank() ? BLANK_LINE : NEW_LINE);
                }
                appendRun(parts[i]);
            }
        } else {
            appendRun(text);
        }
    }

    private void appendRun(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
            } else if (colon && c == ':') {
                colon = false;
                space = false;
                line.append(':');
                breakLine(NEW_LINE);
            } else {
                appendLetter(c);
            }
        }
    }

    private void appendLetter(char c) {
        colon = false;
        if (glue) {
            glue = false;
            pending = 0;
            space = false;
        }
        if (pending > 0) {
            endLine();
            if (pending == BLANK_LINE && !lines.isEmpty()) {
                lines.add(new SeenLines.Line("", false));
            }
            pending = 0;
        }
        if (line.isEmpty()) {
            entry = bullet.isPresent();
            line.append(bullet.orElse(""));
            bullet = Optional.empty();
        } else if (space) {
            line.append(' ');
        }
        space = false;
        line.append(c);
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(new SeenLines.Line(line.toString(), entry));
            line.setLength(0);
            sinceLabel++;
        }
        space = false;
    }

    /** What links to e-mail addresses and telephones say of whose they are. */
    List<String> contacts() {
        return contacts;
    }

    /** The whole text. */
    String text(LabelBook book) {
        return new SeenLines(lines).text(book);
    }
}
