/**
 * Finding things by what people call them: an index of one release's organisations, municipalities and projects, and
 * the comparing of other people's names with them.
 */
@NullMarked
package se.fondgraf.search;

import org.jspecify.annotations.NullMarked;
