/** SPARQL queries under limits: the endpoint, and the questions that other resources ask of the data. */
@NullMarked
package se.fondgraf.web.sparql;

import org.jspecify.annotations.NullMarked;
