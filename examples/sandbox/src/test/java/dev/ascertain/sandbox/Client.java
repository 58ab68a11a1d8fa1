package dev.ascertain.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a sandbox over real HTTP. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String[] headers;
    private Duration patience = Duration.ofMinutes(1);

    /** @param headers names and values in turn */
    Client(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    Client waiting(Duration atMost) {
        patience = atMost;
        return this;
    }

    HttpResponse<String> get(String target) {
        return send("GET", target, "");
    }

    /** The {@code result} of a GET. */
    JsonNode result(String target) {
        return json(get(target)).path("result");
    }

    HttpResponse<String> send(String method, String target, String body, String... more) {
        var request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(response.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
