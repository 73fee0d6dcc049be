package se.fondgraf.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the store does with folders so that it holds after a loss of power too. */
final class Folders {
    private Folders() {}

    /** The names in a folder, sorted. */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** The files in a folder and the folders in it, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /**
     * What tells a file or folder from all others, whatever they are called: its number in the file system. Where there
     * are no such numbers, its place and when it was made.
     *
     * @throws IOException when it is not there
     */
    static String identity(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Object number = attributes.fileKey();
        return number == null ? path.toRealPath() + " " + attributes.creationTime() : number.toString();
    }

    /** The files in a folder with size and time: other when anything of it may be other. */
    static String state(Path folder) {
        List<String> facts = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                facts.add(folder.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            facts.add("cannot be read");
        }
        return String.join("\n", facts);
    }

    /** Deletes a folder with all that is in it; links are deleted and not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Writes a whole small file in one step. */
    static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, text, StandardCharsets.UTF_8);
        sync(part);
        move(part, file);
    }

    /** Moves a file or a folder within one file system, in one step. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path parent = to.getParent();
        if (parent != null) {
            syncNames(parent);
        }
    }

    /** Waits until a file is on its disk. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on their disk, where the system has a way to say so. */
    static void syncNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; its file systems keep names in order by themselves.
        }
    }
}
