@NullMarked
package se.fondgraf.web.reconcile;

import org.jspecify.annotations.NullMarked;
