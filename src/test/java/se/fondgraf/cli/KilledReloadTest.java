package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * A server that is killed in the midst of a reload, at any moment, serves the release before or after it at its next
 * start.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks for a reload")
class KilledReloadTest {
    private static final int KILLS = 2;

    /** About as long as a reload takes, so that all of its moments may be met. */
    private static final int LONGEST_MILLIS = 700;

    private final Random random = new Random(20_261_125);

    @TempDir
    private Path folder;

    @Test
    void whileItLoadsPages() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Path store = folder.resolve("store");
        Files.copy(Projects.page(0), pages.resolve("0.txt"));
        for (int i = 1; i <= KILLS; i++) {
            Loaded before = loaded(pages);
            try (Service service = new Service(pages, "--store", store)) {
                assertEquals(before.projects(), Asking.once(service.address()).projects());
                Files.copy(Projects.page(i), pages.resolve(i + ".txt"));
                service.hangUp();
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
                service.kill();
            }
            Loaded found = found(store);
            assertTrue(List.of(before, loaded(pages)).contains(found), found::toString);
        }
    }

    @Test
    void whileItChangesOverToAnotherStore() throws Exception {
        Path place = Projects.store(folder.resolve("served"), 1);
        for (int projects = 2; projects <= 1 + KILLS; projects++) {
            Path before = folder.resolve("before" + projects);
            try (Service service = new Service("--store", place)) {
                assertEquals(projects - 1, Asking.once(service.address()).projects());
                Path next = Projects.store(folder.resolve("next"), projects);
                Files.move(place, before);
                Files.move(next, place);
                service.hangUp();
                Thread.sleep(random.nextInt(LONGEST_MILLIS / 4));
                service.kill();
            }
            assertEquals(new Loaded("projects" + projects, projects, projects), found(place));
            assertEquals(new Loaded("projects" + (projects - 1), projects - 1, projects - 1), found(before));
        }
    }

    /** What is served: the version, all of its statements, and the answer to a query. */
    private record Loaded(String version, long quads, int projects) {}

    /** What is served after the next start. */
    private static Loaded found(Path folder) {
        try (DiskStore store = DiskStore.open(folder);
                Server server = new Server(store, ServerSettings.local(0))) {
            assertEquals(Optional.empty(), store.damage());
            server.start();
            return new Loaded(
                    store.current().version(),
                    store.current().quads(),
                    Asking.once(server.address()).projects());
        }
    }

    /** What a load that nothing disturbs makes of the pages. */
    private static Loaded loaded(Path pages) throws Exception {
        MemoryStore store = new MemoryStore();
        new Run(new InputOptions(), new PrintWriter(Writer.nullWriter())).load(store, List.of(pages));
        int projects;
        try (var files = Files.list(pages)) {
            projects = (int) files.count();
        }
        return new Loaded(store.current().version(), store.current().quads(), projects);
    }
}
