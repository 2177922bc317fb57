package dev.klp.cli;

import dev.klp.kernel.indexer.IndexProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far indexing is; on anything else it shows nothing, and its library is not even loaded. */
final class TerminalProgress implements IndexProgress, AutoCloseable {
    private static final int UPDATE_MILLIS = 100;
    private static final int COLUMNS = 78;

    private final @Nullable PrintStream terminal;
    private @Nullable ProgressBar bar;

    TerminalProgress(Console console) {
        this.terminal = console.errIsTerminal() ? console.err() : null;
    }

    @Override
    public void begin(int files) {
        if (terminal != null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("indexing")
                    .setInitialMax(files)
                    .setUnit(" files", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    @Override
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
