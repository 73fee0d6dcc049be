package se.fondgraf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a page, one line in the file beside it. */
final class AddressFile {
    private static final int LONGEST = 2048;
    private static final Pattern WEB = Pattern.compile("https?://[^/@]+(/[^@]*)?", Pattern.CASE_INSENSITIVE);

    private AddressFile() {}

    /** The address; empty when the file holds none that can be published. */
    static Optional<String> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            String text = new String(stream.readNBytes(LONGEST + 1), StandardCharsets.UTF_8);
            return Optional.of((text.startsWith("\uFEFF") ? text.substring(1) : text).strip())
                    .filter(AddressFile::isAddress);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String text) {
        try {
            return text.length() <= LONGEST && WEB.matcher(text).matches() && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
