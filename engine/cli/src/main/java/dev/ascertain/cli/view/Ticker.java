package dev.ascertain.cli.view;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the live line's clock go on once a second while nothing else happens. */
public final class Ticker {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Ticker() {}

    /** Ticks for as long as anybody holds the progress; keeps no process alive. */
    public static void start(Progress progress) {
        var watched = new WeakReference<>(progress);
        Thread.ofVirtual().name("progress").start(() -> run(watched));
    }

    private static boolean tick(@Nullable Progress progress) {
        if (progress == null) {
            return false;
        }
        progress.tick();
        return true;
    }

    private static void run(WeakReference<Progress> watched) {
        try {
            while (tick(watched.get())) {
                Thread.sleep(SECOND);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
