/**
 * One run over inputs: reading every page once and writing it aside, judging the names, stating the triples in an order
 * that depends on the data alone, and the report of every line.
 */
@NullMarked
package se.fondgraf.convert;

import org.jspecify.annotations.NullMarked;
