@NullMarked
package se.fondgraf.place;

import org.jspecify.annotations.NullMarked;
