/** What is published: IRIs, vocabulary, the mapping of records to triples, and the shapes that hold on them. */
@NullMarked
package se.fondgraf.rdf;

import org.jspecify.annotations.NullMarked;
