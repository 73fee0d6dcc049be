/**
 * What all pages for people share: the frame, the language, the stylesheet, and the ways to show a text of which
 * nothing is believed. {@link se.fondgraf.web.html.Frame} tells how to add a page.
 */
@NullMarked
package se.fondgraf.web.html;

import org.jspecify.annotations.NullMarked;
