@NullMarked
package se.fondgraf.web.http;

import org.jspecify.annotations.NullMarked;
