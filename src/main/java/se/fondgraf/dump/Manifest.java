package se.fondgraf.dump;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release says of itself, {@code manifest.json}: its version, the one before, its graphs, its things by class,
 * and its files with sizes and checksums (all but the manifest itself and the checksums).
 *
 * @param base of the data's IRIs
 * @param version of the dataset
 * @param previous version of the release that the changes are told against; empty at the first
 * @param graphs statements by the name of the graph; {@code core} is the default one
 * @param things by the IRI of their class, in the core
 * @param files by path
 */
public record Manifest(
        String base,
        String version,
        Optional<String> previous,
        SortedMap<String, Long> graphs,
        SortedMap<String, Long> things,
        List<ReleaseFile> files,
        Optional<ChangeCounts> changes) {
    /** Its name. */
    public static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Manifest {
        files = List.copyOf(files);
    }

    /** The IRI of the release of a version under a base, where its files are to be had. */
    public static String iri(String base, String version) {
        return base + "dumps/" + version + "/";
    }

    /**
     * Reads the manifest of a release.
     *
     * @throws DumpException when there is none, or it is none of ours
     */
    public static Manifest read(Path release) throws DumpException {
        try {
            JsonNode json = JSON.readTree(release.resolve(NAME).toFile());
            List<ReleaseFile> files = new ArrayList<>();
            json.path("files").forEach(file -> files.add(file(file)));
            JsonNode previous = json.path("previousVersion");
            return new Manifest(
                    json.required("base").asText(),
                    json.required("version").asText(),
                    previous.isTextual() ? Optional.of(previous.asText()) : Optional.empty(),
                    counts(json.required("graphs")),
                    counts(json.required("things")),
                    files,
                    Optional.of(json.path("changes")).filter(JsonNode::isObject).map(ChangeCounts::read));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new DumpException(release + ": " + NAME + " is damaged", e);
        } catch (IOException e) {
            throw new DumpException(release + " is no release: " + NAME + " cannot be read", e);
        }
    }

    private static ReleaseFile file(JsonNode json) {
        List<String> graphs = new ArrayList<>();
        json.path("graphs").forEach(graph -> graphs.add(graph.asText()));
        return new ReleaseFile(
                json.required("path").asText(),
                new ReleaseFile.About(
                        json.required("title").path("sv").asText(),
                        json.required("title").path("en").asText(),
                        json.required("mediaType").asText(),
                        graphs,
                        json.path("count").asLong(-1)),
                json.required("bytes").asLong(),
                json.required("sha256").asText());
    }

    private static SortedMap<String, Long> counts(JsonNode json) {
        SortedMap<String, Long> counts = new TreeMap<>();
        json.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    /** Writes it, indented, in a fixed order. */
    void writeTo(OutputStream out) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("base", base);
        json.put("version", version);
        json.put("iri", iri(base, version));
        previous.ifPresent(before -> {
            json.put("previousVersion", before);
            json.put("previousIri", iri(base, before));
        });
        ObjectNode statements = json.putObject("graphs");
        graphs.forEach(statements::put);
        ObjectNode classes = json.putObject("things");
        things.forEach(classes::put);
        changes.ifPresent(counts -> counts.writeTo(json.putObject("changes")));
        write(files, json.putArray("files"));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .without(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, json);
        out.write('\n');
    }

    private static void write(Collection<ReleaseFile> files, ArrayNode array) {
        for (ReleaseFile file : files) {
            ObjectNode json = array.addObject();
            json.put("path", file.path());
            json.putObject("title")
                    .put("sv", file.about().titleSv())
                    .put("en", file.about().titleEn());
            json.put("mediaType", file.about().mediaType());
            if (file.isCompressed()) {
                json.put("compression", "application/gzip");
            }
            json.put("bytes", file.bytes());
            json.put("sha256", file.sha256());
            if (!file.about().graphs().isEmpty()) {
                ArrayNode graphs = json.putArray("graphs");
                file.about().graphs().forEach(graphs::add);
            }
            if (file.about().count() >= 0) {
                json.put("count", file.about().count());
            }
        }
    }
}
