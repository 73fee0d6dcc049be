package se.fondgraf.store;

/**
 * What data was made of.
 *
 * @param fingerprint of the inputs as they lie on the disk, of all that converts them and how; letters and digits.
 *     Equal fingerprints give equal data, so that it need not be made again
 * @param base of the data's IRIs, ending in a slash
 */
public record Origin(String fingerprint, String base) {}
