package se.fondgraf.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * Who sends a request, by address: that of the connection, and what {@code Forwarded} or {@code X-Forwarded-For} say
 * only as far as proxies that the operator trusts have added it.
 */
public final class Clients {
    /** Where a request's client is kept for those behind. */
    static final String ATTRIBUTE = "se.fondgraf.client";

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";,]*)\"?");
    private static final Pattern PORT = Pattern.compile("\\[([^]]*)](:\\d+)?|([\\d.]+):\\d+");

    private final Set<InetAddress> trusted;

    /** Believes these proxies, and nobody when there are none. */
    public Clients(Set<InetAddress> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /**
     * The address as a literal; no name is ever looked up.
     *
     * @return empty when it is none
     */
    public static Optional<InetAddress> literal(String text) {
        if (!text.contains(":") && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The client of the request; empty when its connection has no address any more. */
    public Optional<InetAddress> of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof InetAddress known) {
            return Optional.of(known);
        }
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        Optional<InetAddress> client = peer instanceof InetSocketAddress socket && socket.getAddress() != null
                ? Optional.of(behind(socket.getAddress(), request.getHeaders()))
                : Optional.empty();
        client.ifPresent(address -> request.setAttribute(ATTRIBUTE, address));
        return client;
    }

    private InetAddress behind(InetAddress peer, HttpFields headers) {
        InetAddress client = peer;
        if (trusted.contains(peer)) {
            List<String> hops = hops(headers);
            for (int i = hops.size() - 1; i >= 0 && trusted.contains(client); i--) {
                Optional<InetAddress> next = literal(withoutPort(hops.get(i)));
                if (next.isEmpty()) {
                    break;
                }
                client = next.get();
            }
        }
        return client;
    }

    /** A client may send the header that its proxy does not write; where both are there and differ, neither counts. */
    private static List<String> hops(HttpFields headers) {
        List<String> forwarded = new ArrayList<>();
        for (String hop : items(headers, "Forwarded")) {
            Matcher matcher = FOR.matcher(hop);
            forwarded.add(matcher.find() ? matcher.group(1).strip() : "");
        }
        List<String> plain = items(headers, "X-Forwarded-For");
        if (!forwarded.isEmpty() && !plain.isEmpty()) {
            boolean same = withoutPort(forwarded.getLast()).equals(withoutPort(plain.getLast()));
            return same ? plain : List.of();
        }
        return forwarded.isEmpty() ? plain : forwarded;
    }

    private static List<String> items(HttpFields headers, String name) {
        return headers.getValuesList(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static String withoutPort(String hop) {
        Matcher matcher = PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
    }

    /** Its name for counting: an IPv6 client has a whole network of 64 bits to send from. */
    public static String name(InetAddress address) {
        if (address instanceof Inet6Address) {
            return network(address, 8).getHostAddress();
        }
        return address.getHostAddress();
    }

    /** The address without what tells one machine from its neighbours: 24 bits of IPv4 are left, 48 of IPv6. */
    public static String neighbourhood(InetAddress address) {
        return network(address, address instanceof Inet6Address ? 6 : 3).getHostAddress();
    }

    private static InetAddress network(InetAddress address, int bytes) {
        byte[] kept = Arrays.copyOf(Arrays.copyOf(address.getAddress(), bytes), address.getAddress().length);
        try {
            return InetAddress.getByAddress(kept);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as before", e);
        }
    }
}
