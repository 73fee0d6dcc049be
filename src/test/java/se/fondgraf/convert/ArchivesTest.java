package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attack by archive is refused with a reason, and the rest goes on. */
class ArchivesTest {
    @TempDir
    Path folder;

    private final List<Path> inputs = new ArrayList<>();

    private static byte[] page(int number) {
        return "2016/%05d - Ett projekt\n\nProjektnummer:\n2016/%05d\nProjektägare:\nLunds Stift\n"
                .formatted(number, number)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Each run has a good page outside of any archive, which must come through. */
    @BeforeEach
    void aGoodPage() throws IOException {
        inputs.add(Files.write(folder.resolve("good.txt"), page(1)));
    }

    private interface Filling {
        void fill(ZipArchiveOutputStream zip) throws IOException;
    }

    private Path zip(Filling filling) throws IOException {
        Path file = folder.resolve("pages.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            filling.fill(zip);
        }
        inputs.add(file);
        return file;
    }

    private static void add(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
        add(zip, new ZipArchiveEntry(name), bytes);
    }

    private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] bytes) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        inputs.add(file);
        return file;
    }

    /** The rejections, when so many pages were read all the same. */
    private List<String> rejections(int pages) {
        Converted converted = Converted.of(inputs.toArray(Path[]::new));
        assertEquals(pages, converted.result().pages(), converted.messages().toString());
        assertTrue(converted.text().contains("id/project/2016-00001>"));
        assertEquals(
                converted.result().rejections().stream().map(Object::toString).toList(), converted.messages());
        return converted.messages().stream()
                .map(message -> message.substring(folder.toString().length() + 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ute.txt",
                "a/../../ute.txt",
                "/etc/ute.txt",
                "C:\\ute.txt",
                "..\\ute.txt",
                "a\nrejected: falsk.txt",
                "  "
            })
    void pathsThatClimbOutAreRefused(String name) throws IOException {
        zip(zip -> {
            add(zip, "ok.txt", page(2));
            add(zip, name, page(3));
        });
        List<String> rejections = rejections(2);
        assertEquals(1, rejections.size(), rejections.toString());
        assertTrue(rejections.getFirst().startsWith("pages.zip!"), rejections.toString());
        assertTrue(rejections.getFirst().contains("path"), rejections.toString());
        assertFalse(rejections.getFirst().contains("\n"), rejections.toString());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(0, files.filter(file -> file.endsWith("ute.txt")).count());
        }
    }

    @Test
    void linksInArchivesAreRefused() throws IOException {
        zip(zip -> {
            ZipArchiveEntry link = new ZipArchiveEntry("länk.txt");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            add(zip, link, "/etc/passwd".getBytes(StandardCharsets.UTF_8));
            add(zip, "ok.txt", page(2));
        });
        assertEquals(List.of("pages.zip!länk.txt: is a link, which is not followed in an archive"), rejections(2));
    }

    @Test
    void archivesInsideArchivesAreRefused() throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(inner)) {
            add(zip, "inre.txt", page(9));
        }
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
            TarArchiveEntry entry = new TarArchiveEntry("inre.txt");
            entry.setSize(page(9).length);
            out.putArchiveEntry(entry);
            out.write(page(9));
            out.closeArchiveEntry();
        }
        zip(zip -> {
            add(zip, "a.zip", inner.toByteArray());
            add(zip, "b.txt.gz", InputFormsTest.gzip(inner.toByteArray()));
            add(zip, "c.gz", InputFormsTest.gzip(InputFormsTest.gzip(page(9))));
            add(zip, "ok.txt", page(2));
        });
        file("z.gz", InputFormsTest.gzip(inner.toByteArray()));
        file("z.tar", tar.toByteArray());
        file("z.tar.gz", InputFormsTest.gzip(tar.toByteArray()));
        List<String> rejections = rejections(2);
        assertEquals(6, rejections.size(), rejections.toString());
        assertTrue(rejections.stream().allMatch(rejection -> rejection.contains("archive")), rejections.toString());
    }

    @Test
    void hiddenMembersArePassedOver() throws IOException {
        zip(zip -> {
            add(zip, "__MACOSX/._ok.txt", page(3));
            add(zip, ".dold.txt", page(4));
            add(zip, "mapp/.git/x.txt", page(5));
            add(zip, "mapp/", new byte[0]);
            add(zip, "mapp/ok.txt", page(2));
        });
        assertEquals(List.of(), rejections(2));
    }

    @Test
    void aMemberThatUnpacksToTooMuchIsRefused() throws IOException {
        zip(zip -> {
            add(zip, "bomb.txt", new byte[9 << 20]);
            add(zip, "ok.txt", page(2));
        });
        assertEquals(
                List.of("pages.zip!bomb.txt:1: the line is longer than 1 MiB; no page has such a line"), rejections(2));
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsGivenUp() throws IOException {
        zip(zip -> {
            add(zip, "a.txt", page(2));
            for (int i = 0; i < 6; i++) {
                add(zip, "bomb" + i + ".txt", "rad\n".repeat(7 << 18).getBytes(StandardCharsets.UTF_8));
            }
            add(zip, "c.txt", page(3));
        });
        List<String> rejections = rejections(2);
        assertTrue(rejections.getLast().contains("unpacks to more than 200 times its size"), rejections.toString());
        assertFalse(rejections.toString().contains("c.txt"), rejections.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.gz", "bomb.jsonl.gz", "bomb.txt.gz"})
    void aCompressedFileThatUnpacksToTooMuchIsRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] block = "{}\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 120; i++) {
                out.write(name.contains("jsonl") ? new byte[block.length] : block);
            }
        }
        inputs.add(file);
        List<String> rejections = rejections(1);
        assertEquals(1, rejections.size());
        assertTrue(
                rejections.getFirst().contains("unpacks to more than 200 times")
                        || rejections.getFirst().contains("longer than 8 MiB"),
                rejections.toString());
    }

    @Test
    void tooManyMembersAreRefused() throws IOException {
        String name = "x".repeat(60_000);
        zip(zip -> {
            for (int i = 0; i < 600; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry(name + i));
                zip.closeArchiveEntry();
            }
        });
        assertEquals(List.of("pages.zip: has too many members; split it into several archives"), rejections(1));
    }

    @Test
    void encryptedMembersAreRefused() throws IOException {
        Path archive = zip(zip -> {
            add(zip, "a.txt", page(2));
            add(zip, "b.txt", page(3));
        });
        byte[] bytes = Files.readAllBytes(archive);
        // The flag of encryption in the archive's list, where the first member is described.
        bytes[indexOf(bytes, 'P', 'K', 1, 2) + 8] |= 1;
        Files.write(archive, bytes);
        assertEquals(List.of("pages.zip!a.txt: is encrypted; unpack it with its password first"), rejections(2));
    }

    private static int indexOf(byte[] bytes, int... pattern) {
        for (int i = 0; i + pattern.length <= bytes.length; i++) {
            int at = i;
            if (java.util.stream.IntStream.range(0, pattern.length).allMatch(j -> bytes[at + j] == pattern[j])) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    @Test
    void damagedMembersAreRefused() throws IOException {
        Path archive = zip(zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("a.txt");
            entry.setMethod(ZipArchiveEntry.STORED);
            entry.setSize(page(2).length);
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(page(2));
            entry.setCrc(sum.getValue());
            add(zip, entry, page(2));
            add(zip, "b.txt", page(3));
        });
        byte[] bytes = Files.readAllBytes(archive);
        bytes[indexOf(bytes, 'L', 'u', 'n', 'd', 's')]++;
        Files.write(archive, bytes);
        assertEquals(List.of("pages.zip!a.txt: is damaged"), rejections(2));
    }

    @Test
    void cutArchivesAreRefused() throws IOException {
        Path archive = zip(zip -> add(zip, "a.txt", page(2)));
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));
        file("cut.txt.gz", Arrays.copyOf(InputFormsTest.gzip(page(3)), 50));
        byte[] damaged = InputFormsTest.gzip(page(4));
        damaged[damaged.length - 6]++;
        file("damaged.txt.gz", damaged);
        assertEquals(
                List.of(
                        "cut.txt.gz: is a damaged or cut gzip file",
                        "damaged.txt.gz: is a damaged or cut gzip file",
                        "pages.zip: is a damaged or incomplete zip archive"),
                rejections(1));
    }

    @Test
    void aCutFileOfRecordsGivesTheRecordsBeforeTheCut() throws IOException {
        byte[] records = InputFormsTest.extracted(1, List.of(Path.of("seeds")));
        byte[] compressed = InputFormsTest.gzip(records);
        file("cut.jsonl.gz", Arrays.copyOf(compressed, compressed.length * 2 / 3));
        Converted converted = Converted.of(inputs.toArray(Path[]::new));
        assertTrue(converted.result().pages() > 1, converted.messages().toString());
        assertTrue(
                converted.messages().getLast().contains("is damaged or cut from here on"),
                converted.messages().toString());
    }

    @Test
    void badRecordsCostThemselvesAlone() throws IOException {
        List<String> lines = new ArrayList<>(Arrays.asList(
                new String(InputFormsTest.extracted(1, List.of(Path.of("seeds"))), StandardCharsets.UTF_8)
                        .split("\n")));
        lines.add(1, "ingenting");
        lines.set(3, lines.get(3).replaceFirst("Genomförande", "Genomfört"));
        file("some.jsonl", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("some.jsonl:2: is not JSON, at column 1"), rejections(5).subList(0, 1));
        assertTrue(
                rejections(5).get(1).startsWith("some.jsonl:4: "), rejections(5).toString());
    }

    @Test
    void aFileOfNothingButBadRecordsIsGivenUp() throws IOException {
        file("bad.jsonl", "x\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        List<String> rejections = rejections(1);
        assertTrue(rejections.size() < 10_100, rejections.size() + " rejections");
        assertTrue(rejections.stream().anyMatch(one -> one.startsWith("bad.jsonl: more than 10000 parts")));
    }

    @Test
    void documentsAndEmptyArchivesAreNoPages() throws IOException {
        zip(zip -> add(zip, "[Content_Types].xml", page(2)));
        Path empty = folder.resolve("tom.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(empty.toFile())) {
            zip.finish();
        }
        inputs.add(empty);
        assertEquals(
                List.of("pages.zip: is a document or a program, no archive of pages", "tom.zip: holds no pages"),
                rejections(1));
    }

    @Test
    void aNameThatIsThereTwiceIsReadOnce() throws IOException {
        zip(zip -> {
            add(zip, "a.txt", page(2));
            add(zip, "a.txt", page(3));
        });
        assertEquals(List.of("pages.zip!a.txt: the archive has another member of this name"), rejections(2));
    }

    @Test
    void addressesWithoutAPageAreTold() throws IOException {
        zip(zip -> {
            add(zip, "a.txt", page(2));
            add(zip, "a.url", "https://esf.example/a".getBytes(StandardCharsets.UTF_8));
            add(zip, "b.url", "https://esf.example/b".getBytes(StandardCharsets.UTF_8));
        });
        Path pages = Files.createDirectory(folder.resolve("mapp"));
        Files.write(pages.resolve("c.txt"), page(3));
        Files.writeString(pages.resolve("d.url"), "https://esf.example/d");
        inputs.add(pages);
        String reason = ": is the address of no page: no page of the same name is beside it";
        assertEquals(List.of("mapp/d.url" + reason, "pages.zip!b.url" + reason), rejections(3));
    }

    @Test
    void aFileReachedTwiceIsReadOnceAndTold() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("mapp"));
        Files.write(pages.resolve("b.txt"), page(2));
        Files.createSymbolicLink(pages.resolve("a.txt"), pages.resolve("b.txt"));
        Converted converted = Converted.of(pages);
        assertEquals(1, converted.result().pages());
        assertEquals(List.of(), converted.result().rejections());
        assertEquals(
                List.of(pages.resolve("a.txt") + ": is the same file as " + pages.resolve("b.txt") + ", and read once"),
                converted.messages());
        assertTrue(converted.report().contains("\"status\" : \"repeated\""), converted.report());
    }

    @Test
    void nothingIsUnpackedToDisk() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = fondgraf(temporary);
        zip(zip -> add(zip, "a.txt", page(2)));
        assertEquals(List.of(), rejections(2));
        assertEquals(before, fondgraf(temporary));
    }

    private static List<Path> fondgraf(Path temporary) {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("fondgraf-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
