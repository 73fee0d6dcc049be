/** The command line: one class a command, nothing but arguments, messages and exit codes. */
@NullMarked
package se.fondgraf.cli;

import org.jspecify.annotations.NullMarked;
