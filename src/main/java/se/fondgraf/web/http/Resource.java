package se.fondgraf.web.http;

import java.io.IOException;
import java.util.Optional;

/** Something that can be asked for over HTTP. Used by many threads at once. */
@FunctionalInterface
public interface Resource {
    /**
     * The whole reply. It depends on the address, the body, {@code Accept} and {@code Accept-Language} alone, because
     * one that anyone may keep is given to everyone who sends the same. HEAD is answered like GET, the body is left out
     * afterwards; conditions, compression and the headers that all replies have are not its business.
     *
     * @throws Refusal when there is none
     * @throws IOException when the client left while it sent its request
     */
    Reply answer(Request request) throws IOException, InterruptedException;

    /**
     * What a posted request asks for, equal for those that are answered alike; empty when its replies are not to be
     * shared.
     */
    default Optional<String> postedFor(Request request) throws IOException {
        return Optional.empty();
    }
}
