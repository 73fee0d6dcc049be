/** HTTP: the server, embedded Fuseki with our resources. Only here and below are servlets, Jetty and Fuseki known. */
@NullMarked
package se.fondgraf.web;

import org.jspecify.annotations.NullMarked;
