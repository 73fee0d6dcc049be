/**
 * What every resource of the server shares: reading a request strictly, choosing a format, sending a whole reply or a
 * refusal. Resources know {@link se.fondgraf.web.http.Request} and {@link se.fondgraf.web.http.Reply}, not servlets.
 */
@NullMarked
package se.fondgraf.web.http;

import org.jspecify.annotations.NullMarked;
