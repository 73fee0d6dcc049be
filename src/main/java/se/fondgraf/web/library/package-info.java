/** The query library over HTTP: what there is to ask, with typed parameters, in every format of results. */
@NullMarked
package se.fondgraf.web.library;

import org.jspecify.annotations.NullMarked;
