package se.fondgraf.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import se.fondgraf.convert.Progress;

/** Shows a bar on the terminal. */
final class TerminalProgress implements Progress {
    private Optional<ProgressBar> bar = Optional.empty();

    private TerminalProgress() {}

    /** A bar where errors go to a terminal, which only the launcher can tell; silence in a pipe. */
    static Progress ofThisRun() {
        return Boolean.getBoolean("fondgraf.terminal") ? new TerminalProgress() : Progress.NONE;
    }

    @Override
    public void begin(String task, long total, Unit unit) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 80));
        bar = Optional.of((unit == Unit.BYTES ? builder.setUnit(" MiB", 1 << 20) : builder).build());
    }

    @Override
    public void step(long done) {
        bar.ifPresent(shown -> shown.stepBy(done));
    }

    @Override
    public void end() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
