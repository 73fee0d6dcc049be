@NullMarked
package se.fondgraf.web.library;

import org.jspecify.annotations.NullMarked;
