package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenAsideIsHadBackInAnyOrder() {
        Random random = new Random(1);
        try (Spill spill = Spill.in(folder)) {
            List<byte[]> written = new ArrayList<>();
            List<Spill.Place> places = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                byte[] bytes = new byte[random.nextInt(5000)];
                random.nextBytes(bytes);
                written.add(bytes);
                places.add(spill.add(bytes));
            }
            for (int i = 99; i >= 0; i--) {
                assertArrayEquals(written.get(i), spill.read(places.get(i)));
            }
        }
    }

    /** Not even a killed process leaves it behind. */
    @Test
    void nobodySeesTheFile() throws IOException {
        try (Spill spill = Spill.in(folder)) {
            spill.add(new byte[100]);
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    void aFullDiskIsToldWithItsRemedy() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "only where the system has a disk that is always full");
        try (Spill spill = Spill.to(FileChannel.open(full, StandardOpenOption.WRITE))) {
            ConversionException told = assertThrows(ConversionException.class, () -> spill.add(new byte[100]));
            assertTrue(
                    String.valueOf(told.getMessage()).matches(".*cannot be kept.*No space left.*; make room, or .*"),
                    told.getMessage());
        }
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        ConversionException told = assertThrows(ConversionException.class, () -> Spill.in(folder.resolve("nowhere")));
        assertTrue(String.valueOf(told.getMessage()).contains("java.io.tmpdir"), told.getMessage());
    }
}
