/** What the service says of the data and of itself to catalogues, crawlers and programs. */
@NullMarked
package se.fondgraf.web.description;

import org.jspecify.annotations.NullMarked;
