@NullMarked
package se.fondgraf.publish;

import org.jspecify.annotations.NullMarked;
