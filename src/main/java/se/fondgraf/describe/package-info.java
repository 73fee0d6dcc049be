/** What the dataset, its files and its endpoint say of themselves: counts, VoID, DCAT, service description. */
@NullMarked
package se.fondgraf.describe;

import org.jspecify.annotations.NullMarked;
