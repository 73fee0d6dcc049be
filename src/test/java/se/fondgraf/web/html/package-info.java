@NullMarked
package se.fondgraf.web.html;

import org.jspecify.annotations.NullMarked;
