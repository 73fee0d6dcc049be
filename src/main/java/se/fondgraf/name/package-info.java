/**
 * Names and the keys made from them: slugs, hashes, normal forms. Pure functions of their text, because IRIs rest on
 * them.
 */
@NullMarked
package se.fondgraf.name;

import org.jspecify.annotations.NullMarked;
