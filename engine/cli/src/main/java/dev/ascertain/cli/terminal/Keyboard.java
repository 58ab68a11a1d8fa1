package dev.ascertain.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Where a person types. While the program waits for that it does nothing else: no call is in flight. */
public final class Keyboard {
    private final InputStream in;
    private volatile boolean awaited;

    public Keyboard(InputStream in) {
        this.in = in;
    }

    /** Waits from now on for a line; it comes with its end, or is empty if the input ends before. */
    public CompletableFuture<String> line() {
        awaited = true;
        var line = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().name("answer").start(() -> {
            String typed = read();
            awaited = false;
            line.complete(typed);
        });
        return line;
    }

    /** Whether the program waits for a line. */
    boolean isAwaited() {
        return awaited;
    }

    private String read() {
        try {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = reader.readLine();
            return line == null ? "" : line + "\n";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
