@NullMarked
package se.fondgraf.build;

import org.jspecify.annotations.NullMarked;
