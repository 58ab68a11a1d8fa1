package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Obstacle;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The certificate authority will not issue for this domain. Please check your domain or try another.",
                "urn:ietf:params:acme:error:rejectedIdentifier :: Error creating new order",
                "Cannot issue for \"example.com\": The ACME server refuses to issue a certificate for this domain name,"
                        + " because it is forbidden by policy",
                "Policy forbids issuing for name",
                "The CA considers example.com a high risk domain",
                "example.com reported as potential risk: google_safe_browsing",
            })
    void policyIsAnObstacle(String message) {
        assertThat(AuthorityWords.obstacle(message, NOW)).contains(new Obstacle.CaPolicy(message));
    }

    static Stream<Arguments> rateLimits() {
        return Stream.of(
                Arguments.of(
                        "The authority has rate limited these domains. Please wait for the rate limit to expire or try"
                                + " another authority.",
                        null),
                Arguments.of("urn:ietf:params:acme:error:rateLimited", null),
                Arguments.of("too many failed authorizations recently: see https://letsencrypt.org/docs/", null),
                Arguments.of(
                        "too many certificates (5) already issued for this exact set of identifiers in the last"
                                + " 168h0m0s, retry after 2026-03-02 15:04:05 UTC: see https://letsencrypt.org/docs/",
                        "2026-03-02T15:04:05Z"),
                Arguments.of(
                        "too many failed authorizations (5) for \"example.com\" in the last 1h0m0s, retry after"
                                + " 2026-03-01T00:12:00Z",
                        "2026-03-01T00:12:00Z"),
                Arguments.of("too many new orders (300) from this account, retry after 2026-99-99 12:00:00", null));
    }

    @ParameterizedTest
    @MethodSource("rateLimits")
    void rateLimitIsAnObstacleUntilItEnds(String message, String until) {
        assertThat(AuthorityWords.obstacle(message, NOW))
                .contains(new Obstacle.CaRateLimit(message, until == null ? null : Instant.parse(until)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate limited, retry after 2026-03-01 00:00:00 UTC",
                "CAA records block issuance. Please remove the CAA records or allow the authority.",
                "No TXT record found at _acme-challenge.example.com",
                "the Certificate Authority had trouble performing a DNS lookup: dns problem: SERVFAIL",
                "Internal error with Certificate Authority. Please check later.",
                "",
            })
    void whatAnotherCheckMayOvercomeIsNone(String message) {
        assertThat(AuthorityWords.obstacle(message, NOW)).isEmpty();
    }
}
