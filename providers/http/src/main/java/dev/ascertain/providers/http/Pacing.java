package dev.ascertain.providers.http;

import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends no more calls than the vendor accepts. One call at a time waits for its token, in the order of arrival; the
 * others stand behind it.
 */
final class Pacing implements Client {
    private static final Duration STEP = Duration.ofMillis(20);

    private final Client next;
    private final HttpSettings settings;
    private final RunContext context;
    private final Window window;
    private final ReentrantLock queue = new ReentrantLock(true);

    Pacing(Client next, HttpSettings settings, RunContext context) {
        this.next = next;
        this.settings = settings;
        this.context = context;
        this.window = new Window(settings.quota());
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Window.Token token = awaitTurn();
        Response response = null;
        try {
            response = next.execute(request, options);
            return response;
        } finally {
            answered(token, response);
        }
    }

    private Window.Token awaitTurn() {
        try {
            queue.lockInterruptibly();
            try {
                return awaitToken();
            } finally {
                queue.unlock();
            }
        } catch (InterruptedException stop) {
            throw Failures.stopped(stop);
        }
    }

    private Window.Token awaitToken() throws InterruptedException {
        context.pause().hold(Duration.ZERO);
        while (!TimeLimit.isOver(context.clock())) {
            switch (take()) {
                case Window.Turn.Now(Window.Token token) -> {
                    return token;
                }
                case Window.Turn.After(Duration time) -> pause(time);
                case Window.Turn.AfterAnswer() -> pause(STEP);
            }
        }
        throw Failures.outOfTime();
    }

    private void pause(Duration time) throws InterruptedException {
        context.pause().hold(TimeLimit.within(time, context.clock()));
    }

    private Window.Turn take() {
        synchronized (window) {
            var now = context.clock().instant();
            if (window.held(now).compareTo(TimeLimit.within(Backoff.BUDGET, context.clock())) > 0) {
                throw Failures.held(settings.vendor(), window.held(now));
            }
            return window.take(now);
        }
    }

    private void answered(Window.Token token, @Nullable Response response) {
        synchronized (window) {
            var now = context.clock().instant();
            window.answered(now);
            if (response != null) {
                Headers.first(response, "Ratelimit")
                        .flatMap(RateLimit::parse)
                        .ifPresent(limit -> window.lowered(token, limit.left(), limit.reset(), now));
            }
        }
    }

    /** Sends nothing for this time. */
    void hold(Duration rest) {
        synchronized (window) {
            window.holdUntil(context.clock().instant().plus(rest));
        }
    }

    /** How long the documented limit counts. */
    Duration window() {
        return settings.quota().window();
    }
}
