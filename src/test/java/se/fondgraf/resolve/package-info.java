@NullMarked
package se.fondgraf.resolve;

import org.jspecify.annotations.NullMarked;
