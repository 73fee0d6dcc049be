/** The published data: loaded whole or not at all, read by many at once, written by nobody else. */
@NullMarked
package se.fondgraf.store;

import org.jspecify.annotations.NullMarked;
