package dev.ascertain.providers.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Endpoint.Outcome;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointReadingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    private static Certificate certificate(String serial, Instant end, @Nullable String fault) {
        return new Certificate(
                "CN=shop.example",
                List.of("shop.example", "*.shop.example"),
                "CN=Authority",
                BEGIN,
                end,
                "SHA256withRSA",
                serial,
                "sha256:" + serial,
                fault);
    }

    private static Handshake served(String address, Certificate certificate) {
        return new Handshake(address, Outcome.SERVED, certificate);
    }

    private static Handshake failed(String address, Outcome outcome) {
        return new Handshake(address, outcome, null);
    }

    private static Endpoint endpoint(Handshake... handshakes) {
        return new Endpoint("shop.example", 443, List.of(handshakes));
    }

    private static LiveVerification live(Handshake... handshakes) {
        return EndpointReading.observation(endpoint(handshakes), NOW)
                .verifications()
                .getFirst();
    }

    @Test
    void oneCertificateAtEveryAddress() {
        var certificate = certificate("1", END, null);

        LiveVerification live = live(served("2001:db8::1", certificate), served("192.0.2.1", certificate));

        assertThat(live.id()).isEqualTo("shop.example:443");
        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(live.schedule().notAfter()).isEqualTo(END);
        assertThat(live.attributes())
                .containsExactly(
                        Map.entry("subject", Value.of("CN=shop.example")),
                        Map.entry("names", Value.ofTexts(List.of("shop.example", "*.shop.example"))),
                        Map.entry("issuer", Value.of("CN=Authority")),
                        Map.entry("not_before", Value.of(BEGIN)),
                        Map.entry("not_after", Value.of(END)),
                        Map.entry("signature", Value.of("SHA256withRSA")),
                        Map.entry("serial", Value.of("1")),
                        Map.entry("fingerprint", Value.of("sha256:1")),
                        Map.entry("trusted", Value.of(true)),
                        Map.entry("consistent", Value.of(true)),
                        Map.entry("addresses", Value.ofTexts(List.of("2001:db8::1", "192.0.2.1"))));
    }

    @Test
    void ofDifferentOnesTheRefusedOneIsShown() {
        LiveVerification live = live(
                served("2001:db8::1", certificate("1", END.minusSeconds(1), null)),
                served("192.0.2.1", certificate("2", END, "it is self-signed")));

        assertThat(live.attributes())
                .containsEntry("serial", Value.of("2"))
                .containsEntry("trusted", Value.of(false))
                .containsEntry("fault", Value.of("it is self-signed"))
                .containsEntry("consistent", Value.of(false));
        assertThat(live.status()).isEqualTo(Status.NEEDS_PROOF);
        assertThat(live.obstacles())
                .startsWith(new Obstacle.ToChange(
                        Set.of("trusted", "fault"),
                        "shop.example:443 serves a certificate that clients refuse: it is self-signed.",
                        "serve one for shop.example that clients accept"))
                .contains(new Obstacle.ToChange(
                        Set.of("consistent"),
                        "The addresses of shop.example:443 do not all serve the same certificate.",
                        "serve the same one at every address"));
    }

    @Test
    void ofAcceptedOnesTheFirstToEndIsShown() {
        assertThat(live(
                                served("2001:db8::1", certificate("1", END, null)),
                                served("192.0.2.1", certificate("2", END.minusSeconds(1), null)))
                        .attributes())
                .containsEntry("serial", Value.of("2"))
                .containsEntry("trusted", Value.of(true))
                .containsEntry("consistent", Value.of(false));
    }

    /** Perhaps it cannot be reached from here, as IPv6 often cannot. */
    @Test
    void anAddressThatDoesNotAnswerIsLeftOut() {
        LiveVerification live =
                live(failed("2001:db8::1", Outcome.NO_CONNECTION), served("192.0.2.1", certificate("1", END, null)));

        assertThat(live.attributes())
                .containsEntry("trusted", Value.of(true))
                .containsEntry("consistent", Value.of(true))
                .containsEntry("addresses", Value.ofTexts(List.of("192.0.2.1")));
    }

    @Test
    void anAddressWithoutTlsIsRefused() {
        LiveVerification live =
                live(failed("2001:db8::1", Outcome.NO_TLS), served("192.0.2.1", certificate("1", END, null)));

        assertThat(live.attributes())
                .containsEntry("trusted", Value.of(false))
                .containsEntry("fault", Value.of("it speaks no TLS, or refuses the handshake"))
                .containsEntry("consistent", Value.of(false));
        assertThat(live.obstacles())
                .startsWith(new Obstacle.ToChange(
                        Set.of("trusted", "fault", "consistent", "addresses"),
                        "shop.example:443 serves no certificate at 2001:db8::1: it speaks no TLS, or refuses the"
                                + " handshake.",
                        "serve a certificate for shop.example there"));
    }

    @Test
    void noTlsAnywhereShowsNoCertificate() {
        LiveVerification live = live(failed("192.0.2.1", Outcome.NO_TLS));

        assertThat(live.attributes().keySet()).containsExactly("trusted", "fault", "consistent", "addresses");
        assertThat(live.obstacles())
                .containsExactly(new Obstacle.ToChange(
                        "shop.example:443 serves no certificate: it speaks no TLS, or refuses the handshake.",
                        "serve a certificate for shop.example there"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "subject | serves a certificate for the subject CN=shop.example.",
                "names | serves a certificate for shop.example, *.shop.example.",
                "issuer | serves a certificate issued by CN=Authority.",
                "not_before | serves a certificate that is valid from 2026-01-01T00:00:00Z on.",
                "not_after | serves a certificate that ends 2026-04-01T00:00:00Z.",
                "signature | serves a certificate signed with SHA256withRSA.",
                "serial | serves a certificate with the serial number 1.",
                "fingerprint | serves a certificate with the fingerprint sha256:1.",
                "trusted | serves a certificate that clients refuse: it is self-signed.",
                "fault | serves a certificate that clients refuse: it is self-signed.",
                "addresses | serves a certificate at 192.0.2.1."
            })
    void theCauseIsThatOfWhatDiffers(String attribute, String words) {
        LiveVerification live = live(served("192.0.2.1", certificate("1", END, "it is self-signed")));

        assertThat(cause(live, attribute).words()).isEqualTo("shop.example:443 " + words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyAttributeHasItsCause(boolean refused) {
        LiveVerification live = live(served("192.0.2.1", certificate("1", END, refused ? "it is self-signed" : null)));

        assertThat(EndpointVerification.type().live())
                .allSatisfy(attribute ->
                        assertThat(cause(live, attribute.name()).next()).matches("\\p{Ll}.*[^.]"));
    }

    @Test
    void whatHasEndedIsRenewedToo() {
        LiveVerification live = live(served("192.0.2.1", certificate("1", BEGIN, null)));

        assertThat(cause(live, "not_after"))
                .isEqualTo(new Obstacle.ToChange(
                        Set.of("not_after"),
                        "shop.example:443 serves a certificate that ended 2026-01-01T00:00:00Z.",
                        "renew it, and serve the new one there"));
    }

    @Test
    void ofManyNamesTheFirstAreSaid() {
        var certificate = new Certificate(
                "CN=a",
                List.of("a", "b", "c", "d", "e"),
                "CN=Authority",
                BEGIN,
                END,
                "SHA256withRSA",
                "1",
                "sha256:1",
                null);

        assertThat(cause(live(served("192.0.2.1", certificate)), "names"))
                .isEqualTo(new Obstacle.ToChange(
                        Set.of("names"),
                        "shop.example:443 serves a certificate for a, b, c and 2 more.",
                        "serve one there that is valid for the expected names"));
    }

    /** The first that is about it, as the engine takes it. */
    private static Obstacle.ToChange cause(LiveVerification live, String attribute) {
        return live.obstacles().stream()
                .map(Obstacle.ToChange.class::cast)
                .filter(change -> change.explains(attribute))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(endpoint(), Kind.UNAVAILABLE, "The Internet shows no address of shop.example."),
                Arguments.of(
                        endpoint(failed("192.0.2.1", Outcome.NOT_ASKED)),
                        Kind.NOT_ASKED,
                        "The run was stopped before the Internet was looked at."),
                Arguments.of(
                        endpoint(failed("10.0.0.1", Outcome.FORBIDDEN_ADDRESS)),
                        Kind.REJECTED,
                        "shop.example is at a special address (10.0.0.1), and those are not connected to."),
                Arguments.of(
                        endpoint(failed("2001:db8::1", Outcome.NO_CONNECTION), failed("192.0.2.1", Outcome.SILENT)),
                        Kind.UNAVAILABLE,
                        "Nothing was heard on the Internet from shop.example:443: 2001:db8::1 accepted no connection;"
                                + " 192.0.2.1 did not answer in time."));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("failures")
    void whatWasNotHeardIsNoState(Endpoint endpoint, Kind kind, String what) {
        var failure = catchThrowableOfType(ProviderException.class, () -> EndpointReading.observation(endpoint, NOW));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.what()).isEqualTo(what);
        assertThat(failure.hint().orElse("")).matches("\\p{Lu}.*[.]");
    }
}
