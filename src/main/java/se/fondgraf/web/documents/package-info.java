/**
 * What stands at the IRIs of the data: documents about things, source pages, the ontology and the start page.
 * Everything is asked of {@link se.fondgraf.web.sparql.Queries} in SPARQL, so that it works over any store.
 */
@NullMarked
package se.fondgraf.web.documents;

import org.jspecify.annotations.NullMarked;
