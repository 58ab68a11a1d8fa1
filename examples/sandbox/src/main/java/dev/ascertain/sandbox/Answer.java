package dev.ascertain.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer {
        headers = Map.copyOf(headers);
    }

    /** @param body maps, lists and scalars */
    static Answer json(int status, Object body) {
        try {
            return new Answer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a scenario holds what is no JSON", e);
        }
    }

    /** A page as a proxy in trouble sends it. */
    static Answer html(int status, String title) {
        var page = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h1>" + title
                + "</h1><hr>cloudflare</body></html>\n";
        return new Answer(status, Map.of("Content-Type", "text/html; charset=UTF-8"), page);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    Answer withBody(String other) {
        return new Answer(status, headers, other);
    }
}
