package se.fondgraf.convert;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.fondgraf.name.Printable;

/**
 * Finds the inputs in files and folders. Every file of a folder is tried, whatever its name, apart from hidden ones and
 * the addresses beside pages; links that loop or leave the folder are refused.
 */
final class InputFinder {
    private static final String ADDRESS = ".url";

    private final List<Input> inputs = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /** Looks into every path; a file that is reached twice is read once. */
    InputFinder find(List<Path> paths) {
        paths.forEach(this::find);
        inputs.sort(Comparator.comparing(Input::name));
        rejections.sort(Comparator.comparing(Rejection::input));
        return this;
    }

    /** What to read, by name. */
    List<Input> inputs() {
        return inputs;
    }

    /** What cannot be read, by name. */
    List<Rejection> rejections() {
        return rejections;
    }

    private void find(Path path) {
        if (Files.isDirectory(path)) {
            walk(path);
        } else if (Files.isRegularFile(path)) {
            add(path);
        } else {
            reject(path, Files.exists(path) ? "is neither a file nor a folder" : "there is no such file or folder");
        }
    }

    private void walk(Path folder) {
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isHidden(directory, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isSymbolicLink()) {
                        follow(file, root);
                    } else if (!attributes.isRegularFile()) {
                        reject(file, "is neither a file nor a folder");
                    } else if (!isHidden(file, folder)) {
                        addFound(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    reject(file, "cannot be read");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            reject(folder, "the folder cannot be read");
        }
    }

    private static boolean isHidden(Path path, Path folder) {
        return !path.equals(folder) && String.valueOf(path.getFileName()).startsWith(".");
    }

    /** A link inside the folder leads to what is found there anyway. */
    private void follow(Path link, Path root) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root)) {
                reject(link, "is a link that leaves the folder");
            } else if (loops(link, target)) {
                reject(link, "is a link that loops");
            } else if (Files.isRegularFile(target)) {
                addFound(link);
            }
        } catch (IOException e) {
            reject(link, "is a link that loops or leads nowhere");
        }
    }

    private static boolean loops(Path link, Path target) throws IOException {
        Path parent = link.toAbsolutePath().getParent();
        return Files.isDirectory(target)
                && parent != null
                && parent.toRealPath().startsWith(target);
    }

    private void addFound(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ADDRESS)) {
            add(file);
        }
    }

    private void add(Path file) {
        try {
            if (seen.add(file.toRealPath())) {
                inputs.add(new Input(file, name(file), address(file)));
            }
        } catch (IOException e) {
            reject(file, "cannot be read");
        }
    }

    private void reject(Path path, String reason) {
        rejections.add(new Rejection(name(path), 0, reason));
    }

    /** The path with nothing in it that could steer a terminal. */
    private static String name(Path path) {
        return Printable.of(path.toString());
    }

    /** {@code NAME.url} beside {@code NAME.txt}. */
    private static Optional<Path> address(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Path address = file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ADDRESS);
        return Files.isRegularFile(address, LinkOption.NOFOLLOW_LINKS) ? Optional.of(address) : Optional.empty();
    }
}
