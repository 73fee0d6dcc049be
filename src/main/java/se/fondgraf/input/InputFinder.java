package se.fondgraf.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fondgraf.name.Printable;

/**
 * Finds the inputs in files and folders. Every file of a folder is tried, whatever its name, apart from hidden ones and
 * the addresses beside pages; links that loop or leave the folder are refused.
 */
public final class InputFinder {
    static final String NO_PAGE = "is the address of no page: no page of the same name is beside it";

    private final List<Input> inputs = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Path> addresses = new ArrayList<>();

    /** A file that was come by, perhaps more than once. */
    private record Found(Path file, String name, boolean link) {}

    /** Looks into every path; a file that is reached twice is read once, by its own name rather than a link's. */
    public InputFinder find(List<Path> paths) {
        paths.forEach(this::find);
        found.sort(Comparator.comparing(Found::link).thenComparing(Found::name));
        Map<Path, String> seen = new HashMap<>();
        found.forEach(one -> take(one, seen));
        refuseStrayAddresses();
        inputs.sort(Comparator.comparing(Input::name));
        rejections.sort(Comparator.comparing(Rejection::input));
        repeated.sort(Comparator.comparing(Repeated::input));
        return this;
    }

    /** What to read, by name. */
    public List<Input> inputs() {
        return inputs;
    }

    /** What cannot be read, by name. */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** What is read under another name, by name. */
    public List<Repeated> repeated() {
        return repeated;
    }

    /** How many bytes all inputs have. */
    public long size() {
        return inputs.stream().mapToLong(Input::size).sum();
    }

    private void find(Path path) {
        if (Files.isDirectory(path)) {
            walk(path);
        } else if (!Files.isRegularFile(path)) {
            reject(path, Files.exists(path) ? "is neither a file nor a folder" : "there is no such file or folder");
        } else if (FileName.isAddress(path.toString())) {
            reject(path, "holds the address of a page; give the page, and the address beside it is read");
        } else {
            found.add(new Found(path, name(path), Files.isSymbolicLink(path)));
        }
    }

    /** Walks where the folder really is, since it may be a link itself, and names everything under what was given. */
    private void walk(Path folder) {
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isHidden(directory, root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path real, BasicFileAttributes attributes) {
                    Path file = given(real);
                    if (attributes.isSymbolicLink()) {
                        follow(file, root);
                    } else if (!attributes.isRegularFile()) {
                        reject(file, "is neither a file nor a folder");
                    } else if (!isHidden(real, root)) {
                        addFound(file, false);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path real, IOException failure) {
                    reject(given(real), "cannot be read");
                    return FileVisitResult.CONTINUE;
                }

                private Path given(Path real) {
                    return folder.resolve(root.relativize(real));
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
                addFound(link, true);
            } else {
                repeated.add(new Repeated(name(link), name(target)));
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

    private void addFound(Path file, boolean link) {
        if (!FileName.isAddress(file.toString())) {
            found.add(new Found(file, name(file), link));
        } else if (!link) {
            addresses.add(file);
        }
    }

    private void take(Found one, Map<Path, String> seen) {
        try {
            String first = seen.putIfAbsent(one.file().toRealPath(), one.name());
            if (first == null) {
                inputs.add(new Input(one.file(), one.name(), address(one.file()), Files.size(one.file())));
            } else {
                repeated.add(new Repeated(one.name(), first));
            }
        } catch (IOException e) {
            reject(one.file(), "cannot be read");
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
        if (!FileName.isOfPage(name)) {
            return Optional.empty();
        }
        Path address = file.resolveSibling(FileName.base(name) + FileName.ADDRESS);
        return Files.isRegularFile(address, LinkOption.NOFOLLOW_LINKS) ? Optional.of(address) : Optional.empty();
    }

    private void refuseStrayAddresses() {
        Set<Path> used = new HashSet<>();
        inputs.forEach(input -> input.address().ifPresent(used::add));
        addresses.stream().filter(address -> !used.contains(address)).forEach(address -> reject(address, NO_PAGE));
    }
}
