package se.fondgraf.describe;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The description that a dataset carries, with the addresses of the service that shows it.
 *
 * @param base of the data's IRIs, ending in a slash
 * @param home the public address of the service, ending in a slash
 * @param distributions the dataset's files
 */
public record Addressed(String base, String home, List<Distribution> distributions) {
    public Addressed {
        distributions = List.copyOf(distributions);
    }

    /** The description with this service's endpoint and files in place of those it came with. */
    public Graph of(Graph description) {
        Graph addressed = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(addressed, description);
        Node dataset = NodeFactory.createURI(Description.dataset(base));
        Node endpoint = NodeFactory.createURI(home + "sparql");
        Node target = Prefixes.term("schema:target");
        Node sparqlEndpoint = Prefixes.term("void:sparqlEndpoint");
        description.stream(Node.ANY, target, Node.ANY).toList().forEach(triple -> {
            addressed.delete(triple);
            addressed.add(triple.getSubject(), target, endpoint);
        });
        addressed.remove(dataset, sparqlEndpoint, Node.ANY);
        addressed.add(dataset, sparqlEndpoint, endpoint);
        addressed.add(dataset, Prefixes.term("foaf:homepage"), NodeFactory.createURI(home));
        distributions.stream()
                .filter(Distribution::isRdf)
                .forEach(file -> addressed.add(
                        dataset, Prefixes.term("void:dataDump"), NodeFactory.createURI(home + file.address())));
        Prefixes.ALL.forEach(addressed.getPrefixMapping()::setNsPrefix);
        return addressed;
    }
}
