@NullMarked
package se.fondgraf.web.documents;

import org.jspecify.annotations.NullMarked;
