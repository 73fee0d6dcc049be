package se.fondgraf.web.sparql;

import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;

/**
 * A whole result. Whoever has sent it releases its content.
 *
 * @param mediaType as asked for, or the format's own
 * @param version of the release that it was read from
 * @param more whether rows come behind those asked for; never in an answer to a whole question
 */
public record Answer(Format format, String mediaType, String version, boolean more, Content content) {}
