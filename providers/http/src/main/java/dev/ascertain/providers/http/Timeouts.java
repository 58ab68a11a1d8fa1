package dev.ascertain.providers.http;

import java.time.Duration;

/**
 * How long one call may take.
 *
 * @param connect until a connection stands
 * @param response between two arrivals of bytes
 * @param call from start to the last byte of the body: what ends a server that drips
 */
record Timeouts(Duration connect, Duration response, Duration call) {
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
