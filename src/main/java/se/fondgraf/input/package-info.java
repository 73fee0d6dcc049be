/**
 * What a publisher gives to be read: files, folders, archives and files of records, taken apart into the bytes of
 * single pages. Whatever cannot be taken is refused with a reason, and costs nothing but itself. Nothing is ever
 * unpacked to disk.
 */
@NullMarked
package se.fondgraf.input;

import org.jspecify.annotations.NullMarked;
