/** HTTP: the query-only SPARQL endpoint on embedded Fuseki. Only this package knows servlets, Jetty and Fuseki. */
@NullMarked
package se.fondgraf.web;

import org.jspecify.annotations.NullMarked;
