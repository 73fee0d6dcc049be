package se.fondgraf.web.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Accept header by RFC 9110 §12.5.1: for each format the most specific range decides; the highest quality wins,
 * then the more specific range, then the server's order.
 */
public final class Accept {
    /** A format chosen, and the media type by which it was asked for. */
    public record Choice(Format format, String mediaType) {}

    private record Range(String type, double quality) {
        /** 2 for an exact type, 1 for {@code text/*}, 0 for everything, -1 for no match. */
        int specificity(String mediaType) {
            if (type.equals(mediaType)) {
                return 2;
            }
            if (type.equals("*/*")) {
                return 0;
            }
            return type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)) ? 1 : -1;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /** Reads the header's values; none at all accepts everything. What cannot be read is passed over. */
    public Accept(Collection<String> headers) {
        for (String item : String.join(",", headers).split(",", -1)) {
            String[] parts = item.split(";", -1);
            String type = parts[0].strip().toLowerCase(Locale.ROOT);
            if (type.contains("/")) {
                ranges.add(new Range(type, quality(parts)));
            }
        }
        if (ranges.isEmpty()) {
            ranges.add(new Range("*/*", 1));
        }
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    return Math.clamp(Double.parseDouble(parameter.substring(2).strip()), 0, 1);
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /**
     * The format that a suffix of the address names, whatever the header says; without a suffix the best of them.
     *
     * @param suffix without its dot
     * @param unknown what to say of another suffix
     * @throws Refusal that, or 406 when the header accepts none
     */
    public Choice choose(Optional<String> suffix, List<Format> formats, Supplier<Refusal> unknown) {
        return suffix.isEmpty()
                ? choose(formats).orElseThrow(() -> Refusal.notAcceptable(formats))
                : Format.ofExtension(suffix.get(), formats)
                        .map(format -> new Choice(format, format.mediaType()))
                        .orElseThrow(unknown);
    }

    /** The best of the formats, or nothing when none is acceptable. */
    public Optional<Choice> choose(List<Format> formats) {
        Optional<Choice> best = Optional.empty();
        double bestQuality = 0;
        int bestSpecificity = -1;
        for (Format format : formats) {
            for (String mediaType : format.mediaTypes()) {
                Range range = mostSpecific(mediaType);
                int specificity = range.specificity(mediaType);
                if (specificity < 0 || range.quality() == 0 || Double.isNaN(range.quality())) {
                    continue;
                }
                if (range.quality() > bestQuality
                        || (range.quality() == bestQuality && specificity > bestSpecificity)) {
                    best = Optional.of(new Choice(format, mediaType));
                    bestQuality = range.quality();
                    bestSpecificity = specificity;
                }
            }
        }
        return best;
    }

    private Range mostSpecific(String mediaType) {
        Range best = ranges.getFirst();
        for (Range range : ranges) {
            if (range.specificity(mediaType) > best.specificity(mediaType)) {
                best = range;
            }
        }
        return best;
    }
}
