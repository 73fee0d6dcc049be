package se.fondgraf.rdf;

import java.util.function.Consumer;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.place.County;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.place.Region;

/** Publishes the registers of places whole, whether or not a page names them. */
public final class PlaceMapper {
    private final Iris iris;
    private final PlaceRegister places;

    public PlaceMapper(Iris iris, PlaceRegister places) {
        this.iris = iris;
        this.places = places;
    }

    /** States every region, county and municipality. */
    public void map(Consumer<Quad> out) {
        Triples triples = Triples.core(out);
        places.regions().forEach(region -> map(region, triples));
        places.counties().forEach(county -> map(county, triples));
        places.municipalities().forEach(municipality -> map(municipality, triples));
    }

    private void map(Region region, Triples triples) {
        Node subject = iris.region(region.code());
        triples.type(subject, Fg.Region);
        triples.prefLabel(subject, region.name());
        Node english = Triples.english(region.englishName());
        triples.add(subject, SKOS.prefLabel.asNode(), english);
        triples.add(subject, RDFS.Nodes.label, english);
        triples.add(subject, SKOS.notation.asNode(), Triples.plain(region.code()));
        String same = region.isCountry() ? Vocabulary.COUNTRY_SWEDEN : Vocabulary.NUTS + region.code();
        triples.add(subject, SKOS.exactMatch.asNode(), Triples.uri(same));
    }

    private void map(County county, Triples triples) {
        Node subject = iris.county(county.code());
        triples.type(subject, Fg.County);
        triples.prefLabel(subject, county.name());
        triples.add(subject, SKOS.notation.asNode(), Triples.plain(county.code()));
        triples.add(subject, Fg.REGION, iris.region(county.region()));
        triples.add(subject, SKOS.exactMatch.asNode(), Triples.uri(Vocabulary.NUTS + county.code()));
        triples.add(subject, SKOS.exactMatch.asNode(), Triples.uri(Vocabulary.WIKIDATA + county.wikidata()));
    }

    private void map(Municipality municipality, Triples triples) {
        Node subject = iris.municipality(municipality.code());
        County county = places.county(municipality.county()).orElseThrow();
        triples.type(subject, Fg.Municipality);
        triples.prefLabel(subject, municipality.name());
        triples.add(subject, SKOS.notation.asNode(), Triples.plain(municipality.code()));
        triples.add(subject, Fg.COUNTY, iris.county(county.code()));
        triples.add(subject, Fg.REGION, iris.region(county.region()));
        municipality
                .wikidata()
                .ifPresent(item ->
                        triples.add(subject, SKOS.exactMatch.asNode(), Triples.uri(Vocabulary.WIKIDATA + item)));
        municipality.point().ifPresent(point -> triples.add(subject, Vocabulary.AS_WKT, wkt(point)));
    }

    /** WKT has longitude first. */
    private static Node wkt(Municipality.Point point) {
        return NodeFactory.createLiteralDT(
                "POINT(" + point.longitude() + " " + point.latitude() + ")",
                TypeMapper.getInstance().getSafeTypeByName(Vocabulary.WKT_LITERAL));
    }
}
