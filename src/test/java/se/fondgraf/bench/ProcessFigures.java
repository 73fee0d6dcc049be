package se.fondgraf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux knows of a process, ours or another.
 *
 * @param pid its number
 */
record ProcessFigures(long pid) {
    /** Clock ticks a second in {@code /proc}, on every Linux there is. */
    private static final double TICKS = 100;

    static ProcessFigures ofThisOne() {
        return new ProcessFigures(ProcessHandle.current().pid());
    }

    /** Seconds of CPU that it has taken so far, of all its threads. */
    double cpu() throws IOException {
        String stat = Files.readString(file("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Memory that it has now, resident, in MB; 0 for one that has ended. */
    long resident() throws IOException {
        return megabytes("VmRSS:");
    }

    /** The most memory that it ever had, resident, in MB; 0 for one that has ended. */
    long peak() throws IOException {
        return megabytes("VmHWM:");
    }

    private long megabytes(String name) throws IOException {
        return Files.readAllLines(file("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
