@NullMarked
package se.fondgraf.describe;

import org.jspecify.annotations.NullMarked;
