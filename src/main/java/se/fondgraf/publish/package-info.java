/** Files that go out: RDF in every syntax, the same bytes for the same data whatever the order it came in. */
@NullMarked
package se.fondgraf.publish;

import org.jspecify.annotations.NullMarked;
