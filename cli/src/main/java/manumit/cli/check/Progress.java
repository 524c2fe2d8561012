package manumit.cli.check;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar on the terminal while answers go to a file; nothing otherwise.
final class Progress implements LongConsumer, AutoCloseable {

    private static final int UPDATE_MILLIS = 250;

    private @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /// @param shown whether a person watches and answers go elsewhere
    static Progress start(boolean shown) {
        return new Progress(
                shown
                        ? new ProgressBarBuilder()
                                .setTaskName("checked")
                                .setInitialMax(-1)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setUpdateIntervalMillis(UPDATE_MILLIS)
                                .showSpeed()
                                .clearDisplayOnFinish()
                                .build()
                        : null);
    }

    @Override
    public void accept(long checked) {
        if (bar != null) {
            bar.stepTo(checked);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
