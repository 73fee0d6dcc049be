package se.fondgraf.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Opens files: tells by name and content what they are, and unpacks those that are compressed, within bounds. May be
 * used by several threads.
 */
public final class Opener {
    private static final int LONGEST_ADDRESS = 4096;

    private final int longestPage;
    private final int longestRecord;
    private final byte[] recordStart;

    /**
     * What is to be taken.
     *
     * @param longestPage in bytes; of a longer one, one byte more is taken
     * @param longestRecord the longest line of a file of records, in bytes
     * @param recordStart with what every record begins
     */
    public Opener(int longestPage, int longestRecord, String recordStart) {
        this.longestPage = longestPage;
        this.longestRecord = longestRecord;
        this.recordStart = recordStart.getBytes(StandardCharsets.UTF_8);
    }

    /** How much memory what is in that file may take while it waits to be read, in bytes. */
    public long weight(Input input) {
        return Math.min(input.size(), longestPage);
    }

    /** Opens a file. */
    public Taken open(Input input) {
        try (InputStream stream = Files.newInputStream(input.file())) {
            byte[] head = stream.readNBytes(Form.HEAD);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
            return switch (Form.of(head)) {
                case ZIP -> new Several(input.name(), () -> new ZipPieces(input, this));
                case GZIP -> openCompressed(input, whole);
                case OTHER_ARCHIVE -> new Rejection(input.name(), 0, otherArchive());
                case PLAIN ->
                    isRecords(input.name(), head)
                            ? new Several(input.name(), () -> records(input, false))
                            : piece(input.name(), readPage(whole), address(input));
            };
        } catch (Budget.SpentException e) {
            return new Rejection(input.name(), 0, Budget.TOO_MUCH);
        } catch (IOException e) {
            return new Rejection(input.name(), 0, "the file cannot be read");
        }
    }

    private static String otherArchive() {
        return "is an archive or compressed file of a kind that is not opened; unpack it, or make it a .zip or .gz";
    }

    private Taken openCompressed(Input input, InputStream stream) throws IOException {
        InputStream unpacked = unpack(stream, new Budget(input.size()));
        byte[] head;
        byte[] bytes;
        try {
            head = unpacked.readNBytes(Form.HEAD);
            if (Form.of(head) != Form.PLAIN) {
                return new Rejection(input.name(), 0, nested());
            }
            if (isRecords(input.name(), head)) {
                return new Several(input.name(), () -> records(input, true));
            }
            bytes = readPage(new SequenceInputStream(new ByteArrayInputStream(head), unpacked));
        } catch (Budget.SpentException e) {
            throw e;
        } catch (IOException e) {
            return new Rejection(input.name(), 0, "is a damaged or cut gzip file");
        }
        return piece(input.name(), bytes, address(input));
    }

    private static String nested() {
        return "is an archive inside an archive, which is not opened; unpack the outer one first";
    }

    private Pieces records(Input input, boolean compressed) throws IOException {
        Counted counted = new Counted(Files.newInputStream(input.file()));
        InputStream stream =
                compressed ? unpack(new BufferedInputStream(counted, 1 << 16), new Budget(input.size())) : counted;
        return new RecordLines(stream, input.name(), longestRecord, counted::count);
    }

    /** What a member of an archive holds; its stream must stay open while records are read from it. */
    Taken openMember(String name, InputStream member, Budget budget, Optional<String> address) throws IOException {
        byte[] head = member.readNBytes(Form.HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), member);
        if (Form.of(head) == Form.GZIP) {
            InputStream unpacked = unpack(whole, budget);
            head = unpacked.readNBytes(Form.HEAD);
            whole = new SequenceInputStream(new ByteArrayInputStream(head), unpacked);
        }
        if (Form.of(head) != Form.PLAIN) {
            return new Rejection(name, 0, nested());
        }
        InputStream plain = whole;
        return isRecords(name, head)
                ? new Several(name, () -> new RecordLines(plain, name, longestRecord, () -> 0))
                : piece(name, readPage(plain), address);
    }

    /** Whether a file holds records: by its name, or by how it begins. */
    private boolean isRecords(String name, byte[] head) {
        return FileName.isRecords(name)
                || (head.length >= recordStart.length
                        && Arrays.equals(head, 0, recordStart.length, recordStart, 0, recordStart.length));
    }

    private static Piece piece(String name, byte[] bytes, Optional<String> address) {
        return Piece.page(name, FileName.kind(name), bytes, address);
    }

    private byte[] readPage(InputStream stream) throws IOException {
        return stream.readNBytes(longestPage + 1);
    }

    /** Unpacked, all parts of it, as {@code cat a.gz b.gz} makes them. */
    private static InputStream unpack(InputStream stream, Budget budget) throws IOException {
        return budget.meter(GzipCompressorInputStream.builder()
                .setInputStream(stream)
                .setDecompressConcatenated(true)
                .get());
    }

    /** The content of the file beside a page, if there is one; what cannot be read holds no address. */
    private static Optional<String> address(Input input) {
        return input.address().map(file -> {
            try (InputStream stream = Files.newInputStream(file)) {
                return address(stream);
            } catch (IOException e) {
                return "";
            }
        });
    }

    static String address(InputStream stream) throws IOException {
        return new String(stream.readNBytes(LONGEST_ADDRESS), StandardCharsets.UTF_8);
    }
}
