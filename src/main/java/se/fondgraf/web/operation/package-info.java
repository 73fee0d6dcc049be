/** What an operator sees of a server that runs: metrics and the access log. */
@NullMarked
package se.fondgraf.web.operation;

import org.jspecify.annotations.NullMarked;
