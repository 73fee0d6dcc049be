@NullMarked
package se.fondgraf.convert;

import org.jspecify.annotations.NullMarked;
