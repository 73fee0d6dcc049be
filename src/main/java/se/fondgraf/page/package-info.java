/**
 * One page: from the bytes of a capture to a {@link se.fondgraf.page.ProjectRecord} in which every value carries its
 * line.
 *
 * <p>Nothing private leaves this package: contact data is found and masked before the first value is read.
 */
@NullMarked
package se.fondgraf.page;

import org.jspecify.annotations.NullMarked;
