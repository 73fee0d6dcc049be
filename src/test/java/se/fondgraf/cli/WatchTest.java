package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** What takes the place of what is served is served without a request that fails or sees a part. */
class WatchTest {
    private static final Duration PERIOD = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();
    private final PrintWriter err = new PrintWriter(messages, true);
    private Thread watch = new Thread();

    @AfterEach
    void endWatching() throws InterruptedException {
        watch.interrupt();
        watch.join();
    }

    @Test
    void pagesForAStoreInMemory() throws Exception {
        try (LocalStore store = new MemoryStore()) {
            changedPagesAreServed(store);
        }
    }

    @Test
    void pagesForAStoreOnDisk() throws Exception {
        try (LocalStore store = DiskStore.open(folder.resolve("store"))) {
            changedPagesAreServed(store);
        }
    }

    private void changedPagesAreServed(LocalStore store) throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.copy(Projects.page(0), pages.resolve("0.txt"));
        Loading loading = filled(store, List.of(pages));
        try (Server server = new Server(store, ServerSettings.local(0))) {
            server.start();
            watch(loading);
            Asking asking = new Asking(server.address());
            for (int i = 1; i < 3; i++) {
                String before = store.current().version();
                Files.copy(Projects.page(i), pages.resolve(i + ".txt"));
                Asking.await(() -> !store.current().version().equals(before));
                assertEquals(i + 1, Asking.once(server.address()).projects());
            }
            Files.delete(pages.resolve("0.txt"));
            Files.delete(pages.resolve("1.txt"));
            Files.delete(pages.resolve("2.txt"));
            awaitMessage("not reloaded: nothing usable was found");
            awaitMessage("; release " + store.current().version() + " is still served");
            assertEquals(3, Asking.once(server.address()).projects());
            asking.assertAllAnswered(List.of(1, 2, 3));
        }
    }

    /** How another folder comes into the place of the one that is served. */
    enum Swap {
        RENAMED {
            @Override
            void put(Path next, Path place) throws Exception {
                if (Files.exists(place)) {
                    Files.move(place, place.resolveSibling("before-" + next.getFileName()));
                }
                Files.move(next, place);
            }
        },
        LINKED {
            @Override
            void put(Path next, Path place) throws Exception {
                Path link = place.resolveSibling("link");
                Files.createSymbolicLink(link, next);
                Files.move(link, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        };

        abstract void put(Path next, Path place) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatAnotherProcessBuilt(Swap swap) throws Exception {
        Path place = folder.resolve("served");
        swap.put(Projects.store(folder.resolve("first"), 1), place);
        try (DiskStore store = DiskStore.open(place);
                Server server = new Server(store, ServerSettings.local(0))) {
            server.start();
            watch(filled(store, List.of()));
            Asking asking = new Asking(server.address());
            for (int projects = 2; projects <= 5; projects++) {
                String next = "projects" + projects;
                swap.put(Projects.store(folder.resolve("next" + projects), projects), place);
                Asking.await(() -> store.current().version().equals(next));
                assertEquals(projects, Asking.once(server.address()).projects());
            }
            asking.assertAllAnswered(List.of(1, 2, 3, 4, 5));
            if (swap == Swap.LINKED) {
                assertEquals("", messages.toString(), "there was never a moment without a store");
            }
        }
        try (DiskStore store = DiskStore.open(place)) {
            assertEquals("projects5", store.current().version());
        }
    }

    @Test
    void aStoreOfNoUseIsToldAndTheOldOneIsServed() throws Exception {
        Path place = Projects.store(folder.resolve("served"), 1);
        Path damaged = Projects.store(folder.resolve("damaged"), 2);
        try (var files = Files.walk(damaged)) {
            for (Path pages : files.filter(file -> file.endsWith("pages.bin")).toList()) {
                Files.write(pages, new byte[] {1}, StandardOpenOption.APPEND);
            }
        }
        Path another = Projects.store(folder.resolve("another"), 2, "https://data.example.org/");
        Path busy = Projects.store(folder.resolve("busy"), 3);
        try (DiskStore store = DiskStore.open(place);
                Server server = new Server(store, ServerSettings.local(0))) {
            server.start();
            watch(filled(store, List.of()));
            Asking asking = new Asking(server.address());
            Files.move(place, folder.resolve("moved"));
            awaitMessage(
                    "not reloaded: there is no store at " + place + " any more; release projects1 is still served");
            Files.createDirectory(place);
            Files.createDirectory(place.resolve("releases"));
            awaitMessage("not reloaded: the store " + place + " holds no release; release projects1 is still served");
            Files.move(place, folder.resolve("empty"));
            Files.move(damaged, place);
            awaitMessage("is damaged: its file pages.bin has ");
            Files.move(place, damaged);
            Files.move(another, place);
            awaitMessage("holds data under https://data.example.org/; release projects1 is still served");
            Files.move(place, another);
            assertEquals(1, Asking.once(server.address()).projects());
            DiskStore builder = DiskStore.open(busy);
            Files.move(busy, place);
            awaitMessage("the store " + place + " is in use by another process");
            builder.close();
            Asking.await(() -> store.current().version().equals("projects3"));
            asking.assertAllAnswered(List.of(1, 3));
        }
    }

    @Test
    void theFormerStoreComesBackWhenNobodyReadsItAnyMore() throws Exception {
        Path place = Projects.store(folder.resolve("served"), 1);
        Path next = Projects.store(folder.resolve("next"), 2);
        try (DiskStore store = DiskStore.open(place);
                Server server = new Server(store, ServerSettings.local(0))) {
            server.start();
            watch(filled(store, List.of()));
            Asking asking = new Asking(server.address());
            Path former = folder.resolve("former");
            Files.move(place, former);
            Files.move(next, place);
            Asking.await(() -> store.current().version().equals("projects2"));
            Files.move(place, next);
            Files.move(former, place);
            Asking.await(() -> {
                System.gc();
                return store.current().version().equals("projects1");
            });
            asking.assertAllAnswered(List.of(1, 2, 1));
            assertEquals(1, Asking.once(server.address()).projects());
        }
    }

    private Loading filled(LocalStore store, List<Path> inputs) {
        Loading loading =
                new Loading(store, true, new InputOptions(), inputs, new PrintWriter(Writer.nullWriter()), err);
        loading.begin();
        return loading;
    }

    private void watch(Followed... served) {
        Reload reload = new Reload(List.of(served), new PrintWriter(Writer.nullWriter()), err);
        watch = Thread.ofPlatform().daemon().start(new Watch(reload, PERIOD));
    }

    private void awaitMessage(String message) throws InterruptedException {
        Asking.await(() -> messages.toString().contains(message));
    }
}
