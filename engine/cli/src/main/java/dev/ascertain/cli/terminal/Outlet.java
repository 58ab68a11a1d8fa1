package dev.ascertain.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An output stream that never throws. When the reader at the other end is gone, or the disk is full, what follows is
 * dropped, and the run is told once. Safe for use by many threads at once: one call's text stays together.
 */
public final class Outlet {
    private final OutputStream stream;
    private final Runnable onFailure;
    private @Nullable IOException failure;

    /**
     * @param onFailure is called once, at the first failure
     */
    public Outlet(OutputStream stream, Runnable onFailure) {
        this.stream = stream;
        this.onFailure = onFailure;
    }

    /** Writes text as UTF-8. It is out when this returns. */
    public synchronized void print(CharSequence text) {
        if (failure != null) {
            return;
        }
        try {
            stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException refused) {
            failure = refused;
            onFailure.run();
        }
    }

    /** Why writing failed; null if it did not. */
    public synchronized @Nullable IOException failure() {
        return failure;
    }

    /** Whether writing failed because nobody reads any more, as behind {@code | head}. */
    public synchronized boolean closed() {
        IOException refused = failure;
        if (refused == null) {
            return false;
        }
        String message = refused.getMessage();
        return message == null || message.contains("Broken pipe") || message.contains("Stream closed");
    }
}
