package dev.ascertain.providers.http;

import feign.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is read from the headers of an answer. */
final class Headers {
    private static final List<String> REQUEST_IDS = List.of("X-Request-Id", "Cf-Ray");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:=-]{1,100}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private Headers() {}

    static Optional<String> first(Response response, String name) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.stream().findFirst();
    }

    /** What the vendor's support asks for. */
    static Optional<String> requestId(Response response) {
        return REQUEST_IDS.stream()
                .flatMap(name -> first(response, name).stream())
                .filter(value -> REQUEST_ID.matcher(value).matches())
                .findFirst();
    }

    /** How long not to ask: a number of seconds, or a date. Never negative; empty if it is neither. */
    static Optional<Duration> retryAfter(Response response, Clock clock) {
        return first(response, "Retry-After").map(String::strip).flatMap(value -> retryAfter(value, clock.instant()));
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
