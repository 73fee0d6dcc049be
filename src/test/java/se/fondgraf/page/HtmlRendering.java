package se.fondgraf.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import se.fondgraf.name.Spaces;

/** Writes a captured text as the HTML that it may have come from, in one of several ways that sites are built. */
enum HtmlRendering {
    /** A list of terms. */
    TERMS {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<dt>" + fact.label() + "</dt>\n  <dd>" + fact.value() + "</dd>\n")
                    .collect(Collectors.joining("", "<dl class='facts'>", "</dl>"));
        }
    },
    /** A list of terms, one block around each, as newer sites have it. */
    TERM_GROUPS {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<div><dt><strong>" + fact.label() + "</strong></dt><dd><p>" + fact.value()
                            + "</p></dd></div>")
                    .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"));
        }
    },
    /** A table with a head for each row. */
    TABLE {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<tr><th scope=\"row\">" + fact.label() + "</th>\n<td>" + fact.value() + "</td></tr>")
                    .collect(Collectors.joining("\n", "<table><tbody>", "</tbody></table>"));
        }
    },
    /** A table of plain cells. */
    CELLS {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<tr><td><b>" + fact.label() + "</b></td><td>" + fact.value() + "</td></tr>")
                    .collect(Collectors.joining("", "<table>", "</table>"));
        }
    },
    /** A block for each, with two blocks inside. */
    BLOCKS {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<div class='row'>\n<div class='row__label'>" + fact.label()
                            + "</div>\n<div class='row__value'>" + fact.value() + "</div>\n</div>")
                    .collect(Collectors.joining("\n", "<div class='facts'>", "</div>"));
        }
    },
    /** A block for each, with two pieces of a line inside. */
    PIECES {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<div><span class=\"label\">" + fact.label() + "</span><span class=\"value\">"
                            + fact.value() + "</span></div>")
                    .collect(Collectors.joining("\n"));
        }
    },
    /** A paragraph for each, the label in bold with its value below. */
    PARAGRAPHS {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<p><strong>" + fact.label() + "</strong><br />\n" + fact.value() + "</p>")
                    .collect(Collectors.joining("\n"));
        }
    },
    /** One paragraph for all, as editors write it by hand. */
    LINES {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> "<strong>" + fact.label() + "</strong> " + fact.value())
                    .collect(Collectors.joining("<br>\n", "<p>", "</p>"));
        }
    },
    /** A list without bullets, as the eye sees it. */
    LIST {
        @Override
        String facts(List<Fact> facts) {
            return facts.stream()
                    .map(fact ->
                            "<li><span class='l'>" + fact.label() + "</span> <span>" + fact.value() + "</span></li>")
                    .collect(Collectors.joining("\n", "<ul class='plain'>", "</ul>"));
        }
    };

    /** A label and its value, escaped; the value of a list has its lines apart. */
    record Fact(String label, String value) {}

    abstract String facts(List<Fact> facts);

    private static final PageParser PARSER = PageParser.bundled();

    /** The page as HTML. */
    String of(List<String> lines, Outline outline) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="sv">
                <head>
                  <meta charset="utf-8">
                  <title>Projekt - Svenska ESF-r&aring;det</title>
                  <link rel="canonical" href="https://www.esf.example/projekt/1">
                  <style>dt { font-weight: bold }</style>
                  <script>var kontakt = "Projektägare: <b>Nej</b>";</script>
                </head>
                <body class="page">
                <a class="skip-link" href="#main">Hoppa till innehåll</a>
                <header><img src="logo.svg" alt="Logotyp"><nav><ul><li><a href="/">Start</a></li>
                  <li><a href="/projekt">Kommun</a></li><li><a href="/region">Region</a></li></ul></nav></header>
                <div id="cookie-banner">Vi använder kakor. <button>Godkänn</button></div>
                <!-- Projektägare: Ingen -->
                <main id="main">
                """);
        outline.title()
                .filter(title -> title.line() < outline.header().first())
                .ifPresent(title ->
                        html.append("<h1>\n  ").append(escaped(title.in(lines))).append("\n</h1>\n"));
        html.append(facts(outline.header().fields().stream()
                        .map(field -> fact(field, lines))
                        .toList()))
                .append('\n');
        if (outline.header().glued()) {
            html.append("<p class='lang'><a href='/en/1'>In English</a></p>\n");
        }
        body(lines, outline, html);
        return html.append("""
                </main>
                <div hidden>Projektnummer: 0000/00000</div>
                <template><dl><dt>Kommun</dt><dd>Malmö</dd></dl></template>
                <footer><p>Svenska ESF-rådet, <a href="mailto:esf@esf.example">esf@esf.example</a></p></footer>
                </body>
                </html>
                """).toString();
    }

    private static Fact fact(Field field, List<String> lines) {
        String line = lines.get(field.labelLine());
        boolean colon = Spaces.strip(line).endsWith(":");
        String written = field.written().isEmpty() ? line.substring(0, privateStart(field)) : field.written();
        String label = Spaces.strip(written) + (colon && !written.endsWith(":") ? ":" : "");
        String value =
                field.pieces().stream().map(piece -> escaped(piece.in(lines))).collect(Collectors.joining("<br>"));
        return new Fact(escaped(label), value);
    }

    private static int privateStart(Field field) {
        return field.pieces().isEmpty() ? 0 : field.pieces().getFirst().from();
    }

    /** Headings as headings, indented bullets as lists, and all else as paragraphs with line ends. */
    private static void body(List<String> lines, Outline outline, StringBuilder html) {
        boolean listed = false;
        boolean open = false;
        for (int i = outline.header().end(); i < lines.size(); i++) {
            String line = lines.get(i);
            int at = i;
            boolean heading = outline.sections().stream().anyMatch(section -> section.heading() == at);
            boolean entry = Headings.isIndentedBullet(line);
            boolean furniture = outline.uses().get(i).kind() == LineUse.Kind.FURNITURE;
            if (listed && !entry && !Spaces.isBlank(line)) {
                html.append("</ul>\n");
                listed = false;
            }
            if (open && (Spaces.isBlank(line) || heading || entry)) {
                html.append("</p>\n");
                open = false;
            }
            if (furniture || Spaces.isBlank(line)) {
                continue;
            }
            if (heading) {
                html.append("<h2><span>").append(escaped(Spaces.strip(line))).append("</span></h2>\n");
            } else if (entry) {
                html.append(listed ? "" : "<ul>\n")
                        .append("  <li>")
                        .append(escaped(line.substring(Body.afterBullet(line))))
                        .append("</li>\n");
                listed = true;
            } else {
                html.append(open ? "<br>\n" : "<p>").append(inline(escaped(line)));
                open = true;
            }
        }
        html.append(open ? "</p>\n" : "").append(listed ? "</ul>\n" : "");
    }

    /** With markup inside, a tag on a line of its own and an odd entity. */
    private static String inline(String text) {
        int space = text.indexOf(' ');
        return space <= 0
                ? text
                : "<span lang=sv>" + text.substring(0, space) + "</span>\n   <em\n>"
                        + text.substring(space + 1).replace("ö", "&#246;") + "</em>";
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("&nbsp;", "\u00A0");
    }

    /** The outline of a text, as the parser sees it. */
    static Outline outline(List<String> lines) throws RejectedPageException {
        return new Outliner(LabelBook.bundled(), PrivateLabels.bundled(), Furniture.bundled()).outline(lines);
    }

    static Page parse(String html) throws Exception {
        return PARSER.parseHtml(html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
