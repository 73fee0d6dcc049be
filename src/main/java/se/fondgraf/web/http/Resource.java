package se.fondgraf.web.http;

import java.io.IOException;

/** Something that can be asked for over HTTP. Used by many threads at once. */
@FunctionalInterface
public interface Resource {
    /**
     * The whole reply. HEAD is answered like GET, the body is left out afterwards; conditions, compression and the
     * headers that all replies have are not its business.
     *
     * @throws Refusal when there is none
     * @throws IOException when the client left while it sent its request
     */
    Reply answer(Request request) throws IOException, InterruptedException;
}
