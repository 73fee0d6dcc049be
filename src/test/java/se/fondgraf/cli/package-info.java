@NullMarked
package se.fondgraf.cli;

import org.jspecify.annotations.NullMarked;
