@NullMarked
package se.fondgraf.dump;

import org.jspecify.annotations.NullMarked;
