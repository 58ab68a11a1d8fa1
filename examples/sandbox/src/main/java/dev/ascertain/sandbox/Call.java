package dev.ascertain.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request, apart from the server that took it.
 *
 * @param path as it came, still encoded
 * @param query as it came, without the question mark; empty if there is none
 * @param headers by name in lower case
 * @param body as UTF-8
 */
record Call(Instant at, String method, String path, String query, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One parameter of the query, decoded. */
    record Parameter(String name, String value) {}

    @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body; a missing node if it is no JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                parameters.add(new Parameter(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])));
            }
        }
        return parameters;
    }

    /** The first parameter of this name; null if there is none. */
    @Nullable String parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    /** A whole number; what is given if there is none, and -1 if it is no number. */
    int number(String name, int ifLeftOut) {
        var text = Objects.requireNonNullElse(parameter(name), Integer.toString(ifLeftOut));
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** Percent-decoded; unlike in a form, a plus sign is a plus sign. */
    static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
