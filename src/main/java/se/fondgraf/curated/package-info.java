/**
 * The files of facts that people keep ({@code ontology/*.csv}): read strictly, with file and line in every complaint.
 */
@NullMarked
package se.fondgraf.curated;

import org.jspecify.annotations.NullMarked;
