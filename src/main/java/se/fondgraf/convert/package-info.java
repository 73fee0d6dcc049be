/**
 * One run over inputs: finding them, reading them twice (names first, then everything), stating the triples in an order
 * that depends on the data alone, and the report of every line.
 */
@NullMarked
package se.fondgraf.convert;

import org.jspecify.annotations.NullMarked;
