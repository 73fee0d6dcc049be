@NullMarked
package se.fondgraf.curated;

import org.jspecify.annotations.NullMarked;
