package dev.ascertain.providers.http;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call that takes too long as a whole, such as one whose answer drips byte by byte and so never meets the
 * response timeout.
 *
 * <p>Each call runs on a virtual thread of its own: interrupting one closes the socket it waits on, which nothing else
 * does to a blocked read. An interrupt of the caller does not end the call: what is in flight finishes.
 */
final class Deadline implements Client {
    private final Client next;
    private final Duration limit;

    Deadline(Client next, Duration limit) {
        this.next = next;
        this.limit = limit;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        var exchange = new FutureTask<>(() -> whole(next.execute(request, options)));
        Thread.ofVirtual().start(exchange);
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + limit.toNanos();
            while (true) {
                try {
                    return exchange.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new Exceeded();
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

        Exceeded() {
            super("the call took too long");
        }
    }
}
