package se.fondgraf.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.fondgraf.convert.Progress;
import se.fondgraf.rdf.Origins;
import se.fondgraf.rdf.Shapes;
import se.fondgraf.rdf.Shapes.Severity;
import se.fondgraf.rdf.ValidationTriples;

/** What a validation found: the first findings as a person reads them, and counts of all. */
final class Findings implements Shapes.Listener {
    /** More would not be read; the machine-readable report has all. */
    private static final int MOST = 200;

    private static final int MOST_ORIGINS = 3;
    private static final Pattern DATATYPE = Pattern.compile("\\^\\^<http://www\\.w3\\.org/2001/XMLSchema#(\\w+)>$");

    private final String base;
    private final Origins origins;
    private final Progress progress;
    private final Optional<ValidationTriples> report;
    private final NavigableSet<Told> told = new TreeSet<>();
    private final SortedMap<String, Map<Severity, Long>> counts = new TreeMap<>();
    private boolean isCut;

    /**
     * A finding as it is told.
     *
     * @param origins where the value was read, in words
     */
    private record Told(Shapes.Violation violation, String shape, List<String> origins) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            return Comparator.comparing(Told::violation)
                    .thenComparing(Told::shape)
                    .thenComparing(told -> told.origins().toString())
                    .compare(this, other);
        }
    }

    Findings(String base, Origins origins, Progress progress, Optional<ValidationTriples> report) {
        this.base = base;
        this.origins = origins;
        this.progress = progress;
        this.report = report;
    }

    @Override
    public void begin(long things) {
        progress.begin("Checking things", things);
    }

    @Override
    public void checked() {
        progress.step();
    }

    @Override
    public void found(Shapes.Finding finding) {
        counts.computeIfAbsent(finding.shape(), shape -> new EnumMap<>(Severity.class))
                .merge(finding.violation().severity(), 1L, Long::sum);
        report.ifPresent(triples -> triples.add(finding));
        told.add(new Told(
                finding.violation(),
                finding.shape(),
                origins.of(finding.focus(), finding.property(), finding.value()).stream()
                        .map(this::shortened)
                        .toList()));
        if (told.size() > MOST) {
            told.pollLast();
            isCut = true;
        }
    }

    /** Ends the check. */
    void end() {
        progress.end();
        report.ifPresent(triples -> triples.end(counts.isEmpty()));
    }

    /** How many findings of that weight there are. */
    long count(Severity severity) {
        return counts.values().stream()
                .mapToLong(shape -> shape.getOrDefault(severity, 0L))
                .sum();
    }

    /** Tells the findings and a table of counts; nothing when there are none. */
    void tell(PrintWriter out) {
        told.forEach(finding -> tell(finding, out));
        long all = counts.values().stream()
                .flatMap(shape -> shape.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        if (isCut) {
            out.println("... and " + (all - told.size()) + " more; --shacl-report FILE lists them all");
            out.println();
        }
        if (!counts.isEmpty()) {
            table(out);
        }
    }

    private void tell(Told finding, PrintWriter out) {
        Shapes.Violation violation = finding.violation();
        out.println(violation.severity().toString().toLowerCase(java.util.Locale.ROOT) + ": "
                + shortened(violation.focus())
                + (violation.path().isEmpty() ? "" : "  " + violation.path())
                + (violation.value().isEmpty() ? "" : "  " + shortened(violation.value())));
        out.println("  " + violation.message());
        List<String> from = finding.origins();
        if (!from.isEmpty()) {
            out.println("  from "
                    + String.join(", ", from.subList(0, Math.min(from.size(), MOST_ORIGINS)))
                    + (from.size() > MOST_ORIGINS ? " and " + (from.size() - MOST_ORIGINS) + " more" : ""));
        }
        out.println();
    }

    private void table(PrintWriter out) {
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
        String row = "%-" + Math.max(width, "shape".length()) + "s  %10s  %8s  %5s";
        out.println(String.format(row, "shape", "violations", "warnings", "notes"));
        counts.forEach((shape, weights) -> out.println(String.format(
                row,
                shape,
                weights.getOrDefault(Severity.VIOLATION, 0L),
                weights.getOrDefault(Severity.WARNING, 0L),
                weights.getOrDefault(Severity.INFO, 0L))));
        out.println();
    }

    /** The short forms that {@code query} and {@code explain} take. */
    private String shortened(String iri) {
        return DATATYPE.matcher(Origins.inWords(iri))
                .replaceFirst("^^xsd:$1")
                .replace(base + "id/", "")
                .replace(base, "");
    }
}
