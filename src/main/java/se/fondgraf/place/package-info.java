/**
 * Sweden's municipalities, counties and the fund's regions: the registers, and reading their names as pages write them.
 */
@NullMarked
package se.fondgraf.place;

import org.jspecify.annotations.NullMarked;
