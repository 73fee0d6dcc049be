package se.fondgraf.web.documents;

import static j2html.TagCreator.a;

import j2html.tags.DomContent;
import j2html.tags.specialized.BdiTag;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;

/**
 * How terms look to a reader of one language: things by their name and linked, numbers grouped, lines counted from 1.
 */
final class Words {
    private final Language language;
    private final Labels labels;
    private final Places places;

    Words(Language language, Labels labels, Places places) {
        this.language = language;
        this.labels = labels;
        this.places = places;
    }

    Language language() {
        return language;
    }

    String say(String swedish, String english) {
        return language.say(swedish, english);
    }

    /** The name of a property or class, with a capital. */
    String term(Node term) {
        String label = labels.term(term, language);
        return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** The name of a thing. */
    String thing(Node thing) {
        return labels.thing(thing, language);
    }

    /** A value, as a link when it is a thing. */
    DomContent value(Node property, Node value) {
        if (value.isURI()) {
            return link(value);
        }
        String text = literal(property, value);
        String tag = value.isLiteral() ? value.getLiteralLanguage() : "";
        BdiTag shown = new BdiTag().withText(Inert.plain(text));
        return tag.isEmpty() || tag.equals(language.tag()) ? shown : shown.withLang(tag);
    }

    /** A link to a thing of ours by its name, to a line of a page by its number, to elsewhere by the address. */
    DomContent link(Node thing) {
        String iri = thing.getURI();
        Optional<String> path = places.path(iri);
        if (path.isEmpty()) {
            return Inert.outside(
                    iri,
                    iri.startsWith(Terms.FG)
                            ? thing(thing)
                            : StandardTerms.label(iri, language).orElse(iri));
        }
        Optional<String> lines = Places.lines(iri);
        String text = lines.map(numbers -> say("rad ", "line ") + numbers)
                .orElseGet(() -> iri.startsWith(Terms.FG) ? labels.term(thing, language) : thing(thing));
        return a(Inert.value(text)).withHref(path.get());
    }

    /** A link to a thing of ours under another name. */
    DomContent link(Node thing, DomContent name) {
        return places.path(thing.getURI())
                .<DomContent>map(path -> a(name).withHref(path))
                .orElse(name);
    }

    private String literal(Node property, Node value) {
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        String datatype = value.isLiteral() ? value.getLiteralDatatypeURI() : "";
        if (datatype.equals(Terms.XSD + "boolean")) {
            return text.equals("true") || text.equals("1") ? say("ja", "yes") : say("nej", "no");
        }
        if (datatype.equals(Terms.XSD + "decimal") || datatype.equals(Terms.XSD + "integer")) {
            return number(text) + (Terms.AMOUNTS.contains(property) ? " kr" : property.equals(Terms.RATE) ? " %" : "");
        }
        return text;
    }

    /** With groups of three digits as the language writes them. */
    private String number(String text) {
        try {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setGroupingSeparator(language == Language.SWEDISH ? '\u00a0' : ',');
            symbols.setDecimalSeparator(language == Language.SWEDISH ? ',' : '.');
            return new DecimalFormat("#,##0.##########", symbols).format(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
