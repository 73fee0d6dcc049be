package se.fondgraf.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Texts of pages in a file that {@link PageTextWriter} wrote. */
final class PageTextFile implements PageTexts, AutoCloseable {
    private final RandomAccessFile file;
    private final PageIndex index;

    PageTextFile(RandomAccessFile file, PageIndex index) {
        this.file = file;
        this.index = index;
    }

    PageIndex index() {
        return index;
    }

    @Override
    public boolean areKept() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the file cannot be read or is damaged
     */
    @Override
    public Optional<String> text(String project, String page8) {
        String name = PageIndex.name(project, page8);
        for (PageIndex.Place place : index.places(name)) {
            String found = read(place);
            if (found.startsWith(name + "\n")) {
                return Optional.of(found.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private String read(PageIndex.Place place) {
        try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(bytes(place)))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A channel could be read by several threads at once, but one that is interrupted would close it for all. */
    private byte[] bytes(PageIndex.Place place) throws IOException {
        byte[] bytes = new byte[place.length()];
        synchronized (file) {
            file.seek(place.offset());
            file.readFully(bytes);
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
