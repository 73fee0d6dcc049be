package se.fondgraf.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much changed between two releases.
 *
 * @param core statements of the core
 * @param all statements of all graphs
 * @param classes things of the core by the IRI of their class
 */
public record ChangeCounts(Statements core, Statements all, SortedMap<String, Things> classes) {
    /** Statements that came and went. */
    public record Statements(long added, long removed) {}

    /** Things that came, that went, and of which a statement came or went. */
    public record Things(long added, long removed, long changed) {
        Things plus(Things more) {
            return new Things(added + more.added, removed + more.removed, changed + more.changed);
        }
    }

    static ChangeCounts read(JsonNode json) {
        SortedMap<String, Things> classes = new TreeMap<>();
        json.path("classes")
                .properties()
                .forEach(entry -> classes.put(
                        entry.getKey(),
                        new Things(
                                entry.getValue().path("added").asLong(),
                                entry.getValue().path("removed").asLong(),
                                entry.getValue().path("changed").asLong())));
        return new ChangeCounts(statements(json.path("core")), statements(json.path("all")), classes);
    }

    private static Statements statements(JsonNode json) {
        return new Statements(json.path("added").asLong(), json.path("removed").asLong());
    }

    void writeTo(ObjectNode json) {
        json.putObject("core").put("added", core.added()).put("removed", core.removed());
        json.putObject("all").put("added", all.added()).put("removed", all.removed());
        ObjectNode things = json.putObject("classes");
        classes.forEach((type, counts) -> things.putObject(type)
                .put("added", counts.added())
                .put("removed", counts.removed())
                .put("changed", counts.changed()));
    }
}
