/** Releases to download: the folder that {@code dump} makes, over HTTP. */
@NullMarked
package se.fondgraf.web.dump;

import org.jspecify.annotations.NullMarked;
