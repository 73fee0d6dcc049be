/** Benchmarks and the pages they run on; nothing here is a test. */
@NullMarked
package se.fondgraf.bench;

import org.jspecify.annotations.NullMarked;
