package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.DiskStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** The signal HUP has a running service look again at what it serves, whatever that is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such signal")
class HangupTest {
    @TempDir
    private Path folder;

    @Test
    void pagesInMemoryAndReleasesToDownload() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Path dumps = folder.resolve("dumps");
        Files.copy(Projects.page(0), pages.resolve("0.txt"));
        String first = dumped(dumps, pages);
        try (Service service = new Service(pages, "--dumps", dumps)) {
            Asking asking = new Asking(service.address());
            assertEquals(1, Asking.once(service.address()).projects());
            service.hangUp();
            service.awaitSaying("nothing is new: release " + first + " is still served");
            service.awaitSaying("nothing is new: release " + first + " in /dumps/ is still served");

            Files.copy(Projects.page(1), pages.resolve("1.txt"));
            String second = dumped(dumps, pages);
            service.hangUp();
            service.awaitSaying("reloaded: release " + second + " is served from now on");
            service.awaitSaying("reloaded: release " + second + " in /dumps/ is served from now on");
            assertEquals(2, Asking.once(service.address()).projects());

            Files.writeString(pages.resolve("0.txt"), "no page");
            Files.delete(pages.resolve("1.txt"));
            service.hangUp();
            service.awaitSaying("not reloaded: nothing usable was found");
            service.awaitSaying("; release " + second + " is still served");
            assertEquals(2, Asking.once(service.address()).projects());
            asking.assertAllAnswered(List.of(1, 2));
        }
    }

    private static String dumped(Path dumps, Path pages) throws Exception {
        Ran made = Ran.with("dump", dumps.toString(), pages.toString());
        assertEquals(0, made.code(), made.err());
        return Files.readString(dumps.resolve("latest")).strip();
    }

    @Test
    void aStoreThatTookThePlaceOfTheOneServed() throws Exception {
        Path place = Projects.store(folder.resolve("served"), 1);
        try (Service service = new Service("--store", place)) {
            Asking asking = new Asking(service.address());
            assertEquals(1, Asking.once(service.address()).projects());
            for (int projects = 2; projects <= 4; projects++) {
                Path next = Projects.store(folder.resolve("next"), projects);
                Files.move(place, folder.resolve("before" + projects));
                Files.move(next, place);
                service.hangUp();
                service.awaitSaying("reloaded: release projects" + projects + " is served from now on");
                assertEquals(projects, Asking.once(service.address()).projects());
            }
            asking.assertAllAnswered(List.of(1, 2, 3, 4));
            assertFalse(service.said().toString().contains("not reloaded"), service.said()::toString);
        }
    }

    @Test
    void whatAnEndpointElsewhereHolds() throws Exception {
        Path place = Projects.store(folder.resolve("engine"), 1);
        try (DiskStore store = DiskStore.open(place);
                Server engine = new Server(store, ServerSettings.local(0))) {
            engine.start();
            try (Service service = new Service("--store", engine.address() + "sparql")) {
                assertEquals(1, Asking.once(service.address()).projects());
                Files.move(place, folder.resolve("before"));
                Projects.store(place, 2);
                assertTrue(store.lookAgain(Iris.DEFAULT_BASE));
                service.hangUp();
                service.awaitSaying("reloaded: release ");
                assertEquals(2, Asking.once(service.address()).projects());
                engine.stop();
                service.hangUp();
                service.awaitSaying("not reloaded: the store cannot be asked: ");
                assertEquals(2, Asking.once(service.address()).projects(), "an answer that is kept");
            }
        }
    }
}
