package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import se.fondgraf.name.Spaces;

/**
 * Which elements of an HTML page are labels of values: what its lists of terms and tables say are labels, what is a
 * known label, and what looks in the source like several of those.
 */
final class HtmlLabels {
    private static final int LONGEST = 60;
    /** A label is a few words; this bounds what looking for one can cost. */
    private static final int MOST_NODES = 40;

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "title", "body", "a");

    /** What the words of a label may be in, when nothing else shows that they are one. */
    private static final Set<String> PIECES = Set.of("strong", "b", "span", "label", "td", "div");

    private final LabelBook labels;
    private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Elements with a label in them. */
    private final Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, Integer> looks = new HashMap<>();
    private final Set<Property> stated = new HashSet<>();
    private boolean colons;
    private boolean languageLink;

    private HtmlLabels(LabelBook labels) {
        this.labels = labels;
    }

    /** The labels below that element. */
    static HtmlLabels find(Element root, LabelBook labels, Furniture furniture) {
        HtmlLabels all = new HtmlLabels(labels);
        List<Element> known = new ArrayList<>();
        visit(root, element -> {
            String text = shortText(element);
            all.languageLink |=
                    furniture.ofLine(text).filter("language-link"::equals).isPresent();
            if (all.isLabel(element, text)) {
                known.add(element);
                all.looks.merge(look(element), 1, Integer::sum);
                return true;
            }
            return false;
        });
        known.forEach(all::add);
        visit(root, element -> {
            if (!all.found.contains(element) && all.looksLikeLabels(element)) {
                all.add(element);
            }
            return all.found.contains(element);
        });
        return all;
    }

    private interface Visitor {
        /** Whether what is inside the element is done with. */
        boolean visit(Element element);
    }

    private static void visit(Element root, Visitor visitor) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (!(node instanceof Element element) || element.equals(root)) {
                        return NodeFilter.FilterResult.CONTINUE;
                    }
                    return HtmlFurniture.is(element)
                            ? NodeFilter.FilterResult.SKIP_ENTIRELY
                            : visitor.visit(element)
                                    ? NodeFilter.FilterResult.SKIP_CHILDREN
                                    : NodeFilter.FilterResult.CONTINUE;
                },
                root);
    }

    private boolean isLabel(Element element, String text) {
        String name = element.normalName();
        if (text.isEmpty() || HEADINGS.contains(name)) {
            return false;
        }
        if (name.equals("dt") || (name.equals("th") && hasValueBeside(element))) {
            return true;
        }
        Optional<LabelBook.Label> known = labels.named(text);
        if (known.isEmpty()) {
            return text.endsWith(":") && text.length() > 1 && PIECES.contains(name) && element.nextSibling() != null;
        }
        // A label that goes on in any words would go on into its value.
        boolean whole = !known.get().isOpen() || element.childrenSize() <= 1;
        return whole && known.get().states().form() != Property.Form.PROSE && !isHeadingOfList(element);
    }

    private static boolean hasValueBeside(Element cell) {
        Element next = cell.nextElementSibling();
        return next != null && next.normalName().equals("td");
    }

    /** A name of a list with the list right below it. */
    private static boolean isHeadingOfList(Element element) {
        Element next = element.nextElementSibling();
        return next != null
                && Set.of("ul", "ol").contains(next.normalName())
                && !Set.of("dt", "th", "td").contains(element.normalName());
    }

    private void add(Element label) {
        found.add(label);
        String text = shortText(label);
        labels.named(text).ifPresent(known -> {
            stated.add(known.states());
            colons |= text.endsWith(":") || isColonNext(label);
        });
        for (Element outer = label.parent(); outer != null && around.add(outer); ) {
            outer = outer.parent();
        }
    }

    /** Something nobody knows that has the same name and class as two or more known labels. */
    private boolean looksLikeLabels(Element element) {
        return !element.className().isBlank()
                && !HEADINGS.contains(element.normalName())
                && looks.getOrDefault(look(element), 0) >= 2
                && !shortText(element).isEmpty();
    }

    private static String look(Element element) {
        return element.normalName() + " " + element.className();
    }

    static boolean isColonNext(Element label) {
        return label.nextSibling() instanceof TextNode text
                && Spaces.strip(text.getWholeText()).startsWith(":");
    }

    /** The text of the element when it is as short as a label; else empty. */
    private static String shortText(Element element) {
        StringBuilder text = new StringBuilder();
        int nodes = 0;
        Node node = element;
        // Nodes in the order of the document, without recursion, up to the few that a label has.
        while (node != null) {
            if (++nodes > MOST_NODES || text.length() > 2 * LONGEST) {
                return "";
            }
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            }
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            while (node != null && !node.equals(element) && node.nextSibling() == null) {
                node = node.parent();
            }
            node = node == null || node.equals(element) ? null : node.nextSibling();
        }
        String plain = Spaces.collapse(HtmlLines.visible(text.toString()));
        return plain.length() <= LONGEST ? plain : "";
    }

    /** Whether the element is a label. */
    boolean has(Element element) {
        return found.contains(element);
    }

    /** Whether there is a label in the element. */
    boolean isAround(Element element) {
        return around.contains(element);
    }

    /** Whether any label is written with a colon. */
    boolean haveColons() {
        return colons;
    }

    /** Whether a captured text would have the values glued to their labels, as the oldest layout has them. */
    boolean areGlued() {
        return !colons
                && stated.size() >= 2
                && (languageLink || !(stated.contains(Property.IDENTIFIER) || stated.contains(Property.CALL)));
    }
}
