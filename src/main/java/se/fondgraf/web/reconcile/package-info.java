/** Reconciliation of other people's names with our things: the W3C Reconciliation Service API 0.2. */
@NullMarked
package se.fondgraf.web.reconcile;

import org.jspecify.annotations.NullMarked;
