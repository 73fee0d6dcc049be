package se.fondgraf.web.http;

import java.util.List;

/**
 * Which paths a resource answers.
 *
 * @param path one path, or all below it when it ends in {@code /*}
 * @param methods those it takes besides OPTIONS, in the order in which {@code Allow} names them
 */
public record Route(String path, List<String> methods, Resource resource) {
    /** The methods of what can only be read. */
    public static final List<String> READ = List.of("GET", "HEAD");

    /** The methods of what is asked with a body. */
    public static final List<String> ASK = List.of("GET", "HEAD", "POST");

    public Route {
        methods = List.copyOf(methods);
    }

    /** A resource that is only read. */
    public static Route read(String path, Resource resource) {
        return new Route(path, READ, resource);
    }

    /** A resource that may also be asked by POST. */
    public static Route ask(String path, Resource resource) {
        return new Route(path, ASK, resource);
    }

    /** How well it fits a path: the length of what fits, nothing better than the very path; -1 when it does not. */
    int fit(String asked) {
        if (path.endsWith("/*")) {
            String folder = path.substring(0, path.length() - 1);
            return asked.startsWith(folder) ? folder.length() : -1;
        }
        return asked.equals(path) ? Integer.MAX_VALUE : -1;
    }
}
