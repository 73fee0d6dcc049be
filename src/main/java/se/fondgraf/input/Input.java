package se.fondgraf.input;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to read.
 *
 * @param name what messages and the report call it
 * @param address the file beside it that holds the page's address
 * @param size in bytes
 */
public record Input(Path file, String name, Optional<Path> address, long size) {}
