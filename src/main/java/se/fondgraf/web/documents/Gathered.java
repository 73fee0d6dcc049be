package se.fondgraf.web.documents;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Triple;
import se.fondgraf.web.documents.DocumentQuery.Incoming;

/**
 * What the data says about a thing.
 *
 * @param incoming the links that lead to it, by graph and property
 * @param statements its own, the links to it, and those of what explains it
 * @param names labels of the other things that these mention, and the dates of projects
 * @param terms labels of the properties
 */
record Gathered(
        List<Incoming> incoming, Collection<Triple> statements, Collection<Triple> names, Collection<Triple> terms) {}
