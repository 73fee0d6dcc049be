@NullMarked
package se.fondgraf.name;

import org.jspecify.annotations.NullMarked;
