package dev.ascertain.providers.http;

import dev.ascertain.spi.TimeLimit;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call that takes too long as a whole, such as one whose answer drips byte by byte and so never meets the
 * response timeout.
 *
 * <p>Where the run ends before that, a call that changes nothing is ended then. One that asks for something is not:
 * nobody would know whether it arrived.
 *
 * <p>Each call runs on a platform thread. On a virtual one it could simply be interrupted, but a socket that a virtual
 * thread waits on leaves a poller behind, for which the process waits 0.3 s when it exits: longer than a short run.
 *
 * <p>An interrupt of the caller does not end the call: what is in flight finishes.
 */
final class Deadline implements Client {
    /** All of one name: numbers are counted by method handles, which take longer to link than the call to send. */
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("exchange").factory());

    private final Client next;
    private final Duration limit;
    private final Clock clock;

    Deadline(Client next, Duration limit, Clock clock) {
        this.next = next;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Duration wait = request.httpMethod() == Request.HttpMethod.GET ? TimeLimit.within(limit, clock) : limit;
        var line = new Line();
        var exchange = new FutureTask<>(
                () -> ScopedValue.where(Line.CURRENT, line).call(() -> whole(next.execute(request, options))));
        THREADS.execute(exchange);
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + wait.toNanos();
            while (true) {
                try {
                    return exchange.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            line.cut();
            throw new Exceeded(wait, wait.compareTo(limit) < 0);
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Response whole(Response response) throws IOException {
        try (response) {
            byte[] body = response.body() == null
                    ? new byte[0]
                    : Util.toByteArray(response.body().asInputStream());
            return response.toBuilder().body(body).build();
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) throws IOException {
        return switch (cause) {
            case IOException fault -> throw fault;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> new IOException("the call failed");
        };
    }

    /** The call took too long as a whole. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        /** What it was given. */
        final transient Duration limit;

        /** Whether that was less than usual, because the run ends. */
        final boolean cutShort;

        Exceeded(Duration limit, boolean cutShort) {
            super("the call took too long");
            this.limit = limit;
            this.cutShort = cutShort;
        }
    }
}
