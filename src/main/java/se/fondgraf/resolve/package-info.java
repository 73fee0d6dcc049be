/**
 * Which captures are one project, which mentions are one body, and why.
 *
 * <p>A name is read by its structure, judged with its project and the registers, and settled with what all pages
 * together tell; every other question is left open rather than guessed.
 */
@NullMarked
package se.fondgraf.resolve;

import org.jspecify.annotations.NullMarked;
