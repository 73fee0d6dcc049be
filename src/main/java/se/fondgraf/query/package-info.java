/** The query library: what its headers declare, how parameters are bound, and how answers are written. */
@NullMarked
package se.fondgraf.query;

import org.jspecify.annotations.NullMarked;
