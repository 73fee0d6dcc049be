package se.fondgraf.web;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the operator wants to see of a running server.
 *
 * @param accessLog a file for a line a request, or {@code -} for standard output
 * @param metricsPort a port of this machine for metrics; 0 takes any free one
 */
public record Observation(Optional<String> accessLog, OptionalInt metricsPort) {
    /** Nothing. */
    public static Observation none() {
        return new Observation(Optional.empty(), OptionalInt.empty());
    }
}
