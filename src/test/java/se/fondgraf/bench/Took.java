package se.fondgraf.bench;

import java.io.IOException;
import java.util.List;

/**
 * What a whole run of a command took, from the call to its end.
 *
 * @param cpu seconds of CPU
 * @param clock seconds by the clock
 * @param peak the most memory that it had, resident, MB
 */
record Took(double cpu, double clock, long peak) {
    /**
     * Runs it and looks at it a hundred times a second, since Linux forgets a process when it ends.
     *
     * @throws IOException when it fails
     */
    static Took of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessFigures figures = new ProcessFigures(process.pid());
        double cpu = 0;
        long peak = 0;
        while (process.isAlive()) {
            try {
                cpu = Math.max(cpu, figures.cpu());
                peak = Math.max(peak, figures.peak());
            } catch (IOException e) {
                break; // it has just ended
            }
            Thread.sleep(10);
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command);
        }
        return new Took(cpu, (System.nanoTime() - start) / 1e9, peak);
    }
}
