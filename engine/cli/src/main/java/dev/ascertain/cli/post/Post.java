package dev.ascertain.cli.post;

import dev.ascertain.spi.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message: TLS is verified, no redirect is followed, no cookie kept. After a fault of the network or of the
 * server it is sent once more, unless the run is to stop.
 */
public final class Post {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** What Slack says is wrong, such as {@code invalid_payload}. Anything longer could hold the address. */
    private static final Pattern WORD = Pattern.compile("[a-z_]{3,40}");

    private static final int LONGEST_WORD = 40;

    private final String userAgent;
    private final Pause pause;
    private final Limits limits;

    /**
     * How long it may take.
     *
     * @param connect until there is a connection
     * @param answer all of one attempt
     */
    public record Limits(Duration connect, Duration answer) {
        /** An attempt takes 10 s at most, so that a message takes 21 s at most. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /**
     * @param pause ends when the run is to stop
     */
    public Post(String userAgent, Pause pause, Limits limits) {
        this.userAgent = userAgent;
        this.pause = pause;
        this.limits = limits;
    }

    /** How one attempt went: what was wrong, in a sentence that does not repeat the address, or null. */
    private record Attempt(@Nullable String fault, boolean again) {
        static final Attempt TAKEN = new Attempt(null, false);
    }

    /**
     * Sends JSON. An interrupt does not end it: what is in flight finishes.
     *
     * @return what went wrong, in a sentence; empty if it was taken
     */
    public Optional<String> send(PostAddress address, byte[] json) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
        try {
            Attempt attempt = attempt(client, address, json);
            return Optional.ofNullable(
                    attempt.again() && holds() ? attempt(client, address, json).fault() : attempt.fault());
        } finally {
            client.shutdownNow();
        }
    }

    private boolean holds() {
        try {
            pause.hold(AGAIN);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Attempt attempt(HttpClient client, PostAddress address, byte[] json) {
        var request = HttpRequest.newBuilder(address.reveal())
                .header("Content-Type", "application/json")
                .header("User-Agent", userAgent)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        try {
            return client.sendAsync(request, BodyHandlers.ofInputStream())
                    .thenApply(response -> attempt(response, address))
                    .orTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException broken) {
            return failed(broken.getCause(), address.host());
        }
    }

    private static Attempt attempt(HttpResponse<InputStream> response, PostAddress address) {
        int status = response.statusCode();
        try (InputStream body = response.body()) {
            if (status / 100 == 2) {
                return Attempt.TAKEN;
            }
            String answered = address.host() + " answered " + status;
            if (status / 100 == 3) {
                return new Attempt(answered + ", which is a redirect, and none is followed.", false);
            }
            return new Attempt(answered + word(body, address) + ".", status >= 500);
        } catch (IOException cut) {
            return new Attempt(address.host() + " answered " + status + ", and the answer was cut off.", status >= 500);
        }
    }

    private static String word(InputStream body, PostAddress address) throws IOException {
        String start = new String(body.readNBytes(LONGEST_WORD + 1), StandardCharsets.UTF_8).strip();
        return WORD.matcher(start).matches() && !address.contains(start) ? " (" + start + ")" : "";
    }

    private Attempt failed(@Nullable Throwable cause, String host) {
        return switch (cause) {
            case TimeoutException _ -> late(host);
            case HttpConnectTimeoutException _ ->
                new Attempt(host + " accepted no connection within " + shown(limits.connect()) + ".", true);
            case HttpTimeoutException _ -> late(host);
            case SSLException _ ->
                new Attempt(
                        host + " could not be reached safely (TLS): its certificate is not trusted here, or not"
                                + " valid for that name; nothing was sent.",
                        false);
            case ConnectException unknown
            when unknown.getCause() instanceof ConnectException inner
                    && inner.getCause() instanceof UnresolvedAddressException ->
                new Attempt("The name " + host + " was not found.", true);
            case ConnectException unknown
            when unknown.getCause() instanceof UnresolvedAddressException ->
                new Attempt("The name " + host + " was not found.", true);
            case ConnectException _ -> new Attempt(host + " refused the connection.", true);
            case null, default -> new Attempt("The connection to " + host + " broke.", true);
        };
    }

    /** It may have been taken, so it is not sent again. */
    private Attempt late(String host) {
        return new Attempt(host + " did not answer within " + shown(limits.answer()) + ".", false);
    }

    private static String shown(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
