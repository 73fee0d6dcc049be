package se.fondgraf.web;

import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who is believed and how much one address may send.
 *
 * @param trustedProxies whose word on where a request comes from counts
 * @param rate requests a second from one address, 0 for any number; when it is not given, 500 from any but this machine
 */
public record Traffic(Set<InetAddress> trustedProxies, OptionalInt rate) {
    /** Requests a second from another machine when nothing else is said. */
    public static final int USUAL = 500;

    public Traffic {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** No proxy, the usual rate. */
    public static Traffic standard() {
        return new Traffic(Set.of(), OptionalInt.empty());
    }
}
