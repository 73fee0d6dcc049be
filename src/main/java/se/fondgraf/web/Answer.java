package se.fondgraf.web;

/**
 * A whole result. Whoever has sent it releases the buffer.
 *
 * @param mediaType as asked for
 * @param result the bytes
 */
record Answer(String mediaType, ResultBuffer result) {}
