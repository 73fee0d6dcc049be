/** Release folders: every form of the data with checksums, and what has changed since the release before. */
@NullMarked
package se.fondgraf.dump;

import org.jspecify.annotations.NullMarked;
