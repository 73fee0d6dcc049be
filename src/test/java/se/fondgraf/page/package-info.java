@NullMarked
package se.fondgraf.page;

import org.jspecify.annotations.NullMarked;
