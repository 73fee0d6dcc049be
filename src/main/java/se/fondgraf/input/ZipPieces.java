package se.fondgraf.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import se.fondgraf.name.Printable;

/**
 * The pages of a zip archive, in the order of their names. Members are read where they lie and never unpacked to disk;
 * their names are for messages alone. Hidden members are passed over; each member that cannot be read is refused by
 * itself.
 */
final class ZipPieces implements Pieces {
    /** What office documents and programs have in them, which are zip archives too. */
    private static final Set<String> NO_PAGES = Set.of("[Content_Types].xml", "META-INF/MANIFEST.MF", "mimetype");

    private final String archive;
    private final Opener opener;
    private final ZipFile zip;
    private final Budget budget;
    private final List<ZipArchiveEntry> members = new ArrayList<>();
    private final Map<String, ZipArchiveEntry> addresses = new HashMap<>();
    private final List<Rejection> refused = new ArrayList<>();
    private int at;
    private long position;
    private Optional<Pieces> records = Optional.empty();

    /** @throws IOException when it is no sound archive, with a sentence that says why */
    ZipPieces(Input input, Opener opener) throws IOException {
        this.archive = input.name();
        this.opener = opener;
        this.budget = new Budget(input.size());
        this.zip = open(input);
        try {
            list();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile open(Input input) throws IOException {
        BoundedChannel channel = new BoundedChannel(Files.newByteChannel(input.file()));
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.unbound();
            return zip;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException(
                    channel.isSpent()
                            ? "has too many members; split it into several archives"
                            : "is a damaged or incomplete zip archive",
                    e);
        }
    }

    /** Sorts the members into pages, addresses and what is refused for its name alone. */
    private void list() throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (NO_PAGES.contains(name)) {
                throw new IOException("is a document or a program, no archive of pages");
            }
            Optional<String> escape = FileName.escape(name);
            if (escape.isPresent()) {
                refuse(entry, escape.get());
            } else if (!entry.isDirectory() && !FileName.isHidden(name)) {
                if (!names.add(name)) {
                    refuse(entry, "the archive has another member of this name");
                } else if (entry.isUnixSymlink()) {
                    refuse(entry, "is a link, which is not followed in an archive");
                } else if (FileName.isAddress(name)) {
                    addresses.put(FileName.base(name), entry);
                } else {
                    members.add(entry);
                }
            }
        }
        members.sort(Comparator.comparing(ZipArchiveEntry::getName));
        refuseStrayAddresses();
        refused.sort(Comparator.comparing(Rejection::input));
    }

    private void refuseStrayAddresses() {
        Map<String, ZipArchiveEntry> stray = new HashMap<>(addresses);
        members.stream()
                .map(ZipArchiveEntry::getName)
                .filter(FileName::isOfPage)
                .forEach(name -> stray.remove(FileName.base(name)));
        stray.values().forEach(entry -> refuse(entry, InputFinder.NO_PAGE));
    }

    private void refuse(ZipArchiveEntry entry, String reason) {
        refused.add(new Rejection(name(entry), 0, reason));
    }

    private String name(ZipArchiveEntry entry) {
        return archive + "!" + Printable.of(entry.getName());
    }

    @Override
    public boolean hasNext() {
        if (records.isPresent() && !records.get().hasNext()) {
            close(records.get());
            records = Optional.empty();
        }
        return !refused.isEmpty() || records.isPresent() || at < members.size();
    }

    @Override
    public Taken next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!refused.isEmpty()) {
            return refused.removeFirst();
        }
        return records.isPresent() ? records.get().next() : open(members.get(at++));
    }

    private Taken open(ZipArchiveEntry entry) {
        String name = name(entry);
        position += entry.getCompressedSize();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return new Rejection(name, 0, "is encrypted; unpack it with its password first");
        }
        if (!zip.canReadEntryData(entry)) {
            return new Rejection(
                    name, 0, "is compressed in a way that is not read; make the archive anew, as plain zip");
        }
        try {
            return read(entry, name);
        } catch (Budget.SpentException e) {
            stop();
            return new Rejection(name, 0, "the archive " + Budget.TOO_MUCH + "; the rest of it is left out");
        } catch (IOException | RuntimeException e) {
            return new Rejection(name, 0, "is damaged");
        }
    }

    private Taken read(ZipArchiveEntry entry, String name) throws IOException {
        Optional<String> address = address(entry);
        InputStream stream = stream(entry);
        boolean open = false;
        try {
            Taken taken = opener.openMember(name, stream, budget, address);
            if (taken instanceof Several several) {
                records = Optional.of(several.open());
                open = true;
                return hasNext() ? next() : new Rejection(name, 0, "the file is empty");
            }
            return taken;
        } finally {
            if (!open) {
                stream.close();
            }
        }
    }

    private Optional<String> address(ZipArchiveEntry page) {
        ZipArchiveEntry entry = addresses.get(FileName.base(page.getName()));
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream stream = stream(entry)) {
            return Optional.of(Opener.address(stream));
        } catch (IOException | RuntimeException e) {
            return Optional.of("");
        }
    }

    /** The member, unpacked; the library leaves its check sum to its users. */
    private InputStream stream(ZipArchiveEntry entry) throws IOException {
        return budget.meter(ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setCountThreshold(entry.getSize())
                .setExpectedChecksumValue(entry.getCrc())
                .get());
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void stop() {
        at = members.size();
        refused.clear();
        records.ifPresent(ZipPieces::close);
        records = Optional.empty();
    }

    private static void close(Pieces pieces) {
        try {
            pieces.close();
        } catch (IOException e) {
            // What was read of it is read; there is nothing to lose.
        }
    }

    @Override
    public void close() throws IOException {
        records.ifPresent(ZipPieces::close);
        zip.close();
    }
}
