/**
 * Which captures are one project, which mentions are one body, and why.
 *
 * <p>In this release bodies are one only when their normal names are the same; every other question is left open rather
 * than guessed.
 */
@NullMarked
package se.fondgraf.resolve;

import org.jspecify.annotations.NullMarked;
