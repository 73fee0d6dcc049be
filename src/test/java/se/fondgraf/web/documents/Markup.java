package se.fondgraf.web.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A page as the parser of the W3C's validator sees it, and what is wrong with it. */
final class Markup {
    private final List<String> faults = new ArrayList<>();
    private final Document document;

    Markup(String html) throws IOException, SAXException, ParserConfigurationException {
        HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException fault) {
                faults.add(fault.getMessage());
            }

            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getMessage());
            }

            @Override
            public void fatalError(SAXParseException fault) {
                faults.add(fault.getMessage());
            }
        });
        document = builder.parse(new InputSource(new StringReader(html)));
        structure();
        references();
    }

    /** What the parser complains of, and what people with a keyboard or a screen reader would. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    List<Element> all(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private void structure() {
        for (String once : List.of("title", "header", "main", "footer", "h1")) {
            if (all(once).size() != 1) {
                faults.add(all(once).size() + " times " + once);
            }
        }
        if (document.getDocumentElement().getAttribute("lang").isEmpty()) {
            faults.add("no language");
        }
        all("th").stream()
                .filter(cell -> cell.getAttribute("scope").isEmpty())
                .forEach(cell -> faults.add("a header of nothing: " + cell.getTextContent()));
        all("table").stream()
                .filter(table -> table.getElementsByTagName("caption").getLength() == 0
                        && !table.getAttribute("class").equals("facts"))
                .forEach(table -> faults.add("a table without a caption"));
        all("nav").stream()
                .filter(nav -> nav.getAttribute("aria-label").isEmpty())
                .forEach(nav -> faults.add("a nav without a name"));
        for (String empty : List.of("a", "h1", "h2", "h3", "title")) {
            all(empty).stream()
                    .filter(element -> element.getTextContent().isBlank())
                    .forEach(element -> faults.add("an empty " + empty));
        }
    }

    private void references() {
        Set<String> ids = new HashSet<>();
        for (Element element : all("*")) {
            String id = element.getAttribute("id");
            if (!id.isEmpty() && !ids.add(id)) {
                faults.add("twice the id " + id);
            }
            for (String attribute : List.of("style", "onload", "onclick", "onerror", "onmouseover", "onfocus")) {
                if (element.hasAttribute(attribute)) {
                    faults.add("the attribute " + attribute);
                }
            }
        }
        for (Element link : all("a")) {
            String target = link.getAttribute("href");
            if (target.startsWith("#") && !ids.contains(target.substring(1))) {
                faults.add("nothing at " + target);
            }
            if (!target.matches("(#|/(?!/)|https?://).*")) {
                faults.add("a link to " + target);
            }
        }
    }
}
