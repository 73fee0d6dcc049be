package se.fondgraf.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import se.fondgraf.cli.Main;

/**
 * Runs the program with the arguments behind the first, and writes to the file that the first names what the whole
 * process took: seconds of CPU, seconds by the clock, and the most memory it had (resident, MB; Linux alone).
 */
public final class Measured {
    private Measured() {}

    /** The program, measured. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Path result = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(result, start)));
        Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void write(Path result, long start) {
        double cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        double clock = (System.nanoTime() - start) / 1e9;
        try {
            Files.writeString(result, String.format(Locale.ROOT, "%.2f %.2f %d", cpu, clock, peak()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that this process ever had, resident, in MB; 0 where nobody tells. */
    static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
