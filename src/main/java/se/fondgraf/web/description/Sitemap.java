package se.fondgraf.web.description;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * {@code /sitemap.xml}: the documents about projects, organisations, places and programmes, by sitemaps.org. The
 * address itself is the index; {@code ?part=1} and so on are its parts, which the protocol limits to 50,000 addresses.
 */
final class Sitemap implements Resource {
    static final String PATH = "/sitemap.xml";
    static final int LARGEST_PART = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String PART = "part";
    private final Surroundings service;
    private final int size;

    Sitemap(Surroundings service) {
        this(service, LARGEST_PART);
    }

    /** @param size addresses in a part */
    Sitemap(Surroundings service, int size) {
        this.service = service;
        this.size = size;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        for (String name : request.parameters().names()) {
            if (!name.equals(PART)) {
                throw Refusal.badRequest("The sitemap has one parameter, part.");
            }
        }
        Optional<String> part = request.parameters().one(PART);
        Release release = service.queries().release();
        byte[] bytes = part.isEmpty() ? index(release) : part(number(part.get()), release);
        return Reply.ok("application/xml", Content.of(bytes))
                .tagged(release.version(), service.home(), part.orElse("index"))
                .keptFor(Surroundings.KEPT_SECONDS);
    }

    private static int number(String part) {
        if (!part.matches("[1-9][0-9]{0,5}")) {
            throw Refusal.badRequest("A part of the sitemap is a number from 1.");
        }
        return Integer.parseInt(part);
    }

    private byte[] index(Release release) throws InterruptedException {
        long count = Long.parseLong(service.queries()
                .rows(query("(COUNT(DISTINCT ?thing) AS ?count)", ""), release)
                .getFirst()
                .get(Var.alloc("count"))
                .getLiteralLexicalForm());
        String modified = service.carried().of(release).modified().toString();
        return write("sitemapindex", xml -> {
            for (long part = 1; (part - 1) * size < Math.max(count, 1); part++) {
                entry(xml, "sitemap", service.addresses().absolute(PATH) + "?" + PART + "=" + part, modified);
            }
        });
    }

    private byte[] part(int part, Release release) throws InterruptedException {
        long first = (long) (part - 1) * size;
        List<String> things = service
                .queries()
                .rows(query("DISTINCT ?thing", "ORDER BY ?thing LIMIT " + size + " OFFSET " + first), release)
                .stream()
                .map(row -> row.get(Var.alloc("thing")).getURI())
                .toList();
        if (things.isEmpty() && part > 1) {
            throw Refusal.nothingHere();
        }
        String modified = service.carried().of(release).modified().toString();
        int start = (service.base() + "id/").length();
        return write("urlset", xml -> {
            for (String thing : things) {
                entry(xml, "url", service.addresses().absolute("/doc/" + thing.substring(start)), modified);
            }
        });
    }

    private Query query(String what, String order) {
        return QueryFactory.create("""
                PREFIX fg: <https://w3id.org/fondgraf/ontology#>
                PREFIX org: <http://www.w3.org/ns/org#>
                SELECT %s WHERE {
                  VALUES ?class { fg:Project org:Organization fg:Municipality fg:County fg:Region fg:Programme }
                  ?thing a ?class .
                  FILTER(STRSTARTS(STR(?thing), "%s"))
                } %s
                """.formatted(what, service.base() + "id/", order));
    }

    private interface Entries {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] write(String root, Entries entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            entries.write(xml);
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, String name, String address, String modified)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement(name);
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
        xml.writeStartElement("lastmod");
        xml.writeCharacters(modified);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
