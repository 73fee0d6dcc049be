import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.JsonPathResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;

/**
 * CARML on what {@code extract} has read already, for comparison: {@code prepare PAGES.jsonl FOLDER} makes one flat
 * JSON array of it, which is not measured; {@code map MAPPING FOLDER OUT.nt} maps it and prints records, triples,
 * seconds of CPU and by the clock, and peak resident MB.
 */
public final class CarmlConversion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROLES = Set.of("owner", "partner", "coFinancier");

    private CarmlConversion() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("prepare")) {
            prepare(Path.of(arguments[1]), Path.of(arguments[2]).resolve("projects.json"));
        } else {
            map(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        }
    }

    private static void prepare(Path pages, Path out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(pages);
                SequenceWriter array = JSON.writer().writeValuesAsArray(Files.newOutputStream(out))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                array.write(flat(JSON.readTree(line)));
            }
        }
    }

    private static ObjectNode flat(JsonNode page) {
        ObjectNode record = JSON.createObjectNode();
        String project = page.path("project").asText();
        record.put("project", project);
        record.put("text", String.join("\n", JSON.convertValue(page.path("text"), String[].class)));
        ArrayNode bodies = record.putArray("bodies");
        for (JsonNode statement : page.path("statements")) {
            String property = statement.path("property").asText();
            JsonNode value = statement.path("value");
            if (ROLES.contains(property)) {
                bodies.addObject()
                        .put("key", project + "-" + bodies.size())
                        .put("project", project)
                        .put("role", property)
                        .put("name", value.asText());
            } else if (value.isValueNode()) {
                record.set(property, value);
            } else if (value.has("notation")) {
                record.set(property, value.path("notation"));
            }
        }
        return record;
    }

    private static void map(Path mapping, Path folder, Path out) throws IOException {
        long start = System.nanoTime();
        RdfRmlMapper mapper = RdfRmlMapper.builder()
                .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, mapping))
                .setLogicalSourceResolver(Rdf.Ql.JsonPath, JsonPathResolver::getInstance)
                .fileResolver(folder)
                .build();
        long triples = 0;
        try (OutputStream stream = Files.newOutputStream(out)) {
            RDFWriter writer = Rio.createWriter(RDFFormat.NTRIPLES, stream);
            writer.startRDF();
            triples = mapper.map().doOnNext(writer::handleStatement).count().block();
            writer.endRDF();
        }
        double cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d triples, %.1f CPU s, %.1f s, %d MB%n",
                triples,
                cpu,
                (System.nanoTime() - start) / 1e9,
                peak());
    }

    private static long peak() {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
            return status.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
