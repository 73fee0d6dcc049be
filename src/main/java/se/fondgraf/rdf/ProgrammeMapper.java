package se.fondgraf.rdf;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import se.fondgraf.resolve.Programmes;

/** States the three programme periods and the regulations they follow. */
public final class ProgrammeMapper {
    private static final String ELI = "http://data.europa.eu/eli/reg/";

    private static final Map<String, String> REGULATIONS = Map.of(
            Programmes.FIRST, "2006/1081/oj", Programmes.SECOND, "2013/1304/oj", Programmes.THIRD, "2021/1057/oj");

    private final Iris iris;

    public ProgrammeMapper(Iris iris) {
        this.iris = iris;
    }

    /** States every period, with the identifier that pages give for it. */
    public void map(Programmes programmes, Consumer<Quad> out) {
        Triples core = Triples.core(out);
        for (String years : Programmes.ALL) {
            Node subject = iris.programme(years);
            String dashed = years.replace('-', '–');
            core.type(subject, Fg.Programme);
            core.prefLabel(subject, "Socialfondsprogrammet " + dashed);
            core.add(
                    subject,
                    org.apache.jena.vocabulary.RDFS.Nodes.label,
                    Triples.english("European Social Fund programme in Sweden " + dashed));
            core.add(subject, org.apache.jena.vocabulary.SKOS.notation.asNode(), Triples.plain(years));
            core.add(subject, DCTerms.conformsTo.asNode(), Triples.uri(ELI + REGULATIONS.get(years)));
            programmes
                    .identifier(years)
                    .ifPresent(number -> core.add(subject, DCTerms.identifier.asNode(), Triples.plain(number)));
        }
    }
}
