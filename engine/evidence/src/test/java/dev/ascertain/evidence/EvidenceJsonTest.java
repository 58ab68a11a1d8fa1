package dev.ascertain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.evidence.Answer.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceJsonTest {
    private static final Instant AT = Instant.parse("2026-11-22T04:00:00Z");
    private static final Question QUESTION = new Question("_acme-challenge.shop.example", "TXT");

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Evidence evidence = evidence();

        assertThat(EvidenceJson.read(new ByteArrayInputStream(written(evidence))))
                .isEqualTo(evidence);
    }

    @Test
    void equalEvidenceGivesEqualBytes() throws IOException {
        assertThat(written(evidence())).isEqualTo(written(evidence()));
    }

    @Test
    void namesAreWrittenAsInTheOtherFiles() throws IOException {
        assertThat(new String(written(evidence()), StandardCharsets.UTF_8))
                .contains("\"format_version\" : \"1.0\"", "\"name_servers\"", "\"outcome\" : \"NO_SUCH_NAME\"")
                .doesNotContain("conclusive", "ipv6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"format_version":"2.0","at":"2026-11-22T04:00:00Z"}            | it is no evidence of format 1
            {}                                                              | it is no evidence of format 1
            {"format_version":"1.0",                                        | it is no evidence: not valid JSON (line 1, column 25)
            {"format_version":"1.0","answers":7}                            | it is no evidence: another value was expected (line 1, column 35)
            {"format_version":"1.0"}                                        | it is no evidence: something that must be there is missing
            """)
    void anotherFileIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessage(message);
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> read("hello"))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no evidence: not valid JSON (line 1, column 1)");
    }

    @Test
    void whatLaterVersionsAddIsIgnored() throws IOException {
        assertThat(read("{\"format_version\":\"1.7\",\"at\":\"2026-11-22T04:00:00Z\",\"smell\":[1]}"))
                .isEqualTo(new Evidence(AT, List.of(), Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Evidence read(String text) throws IOException {
        return EvidenceJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] written(Evidence evidence) throws IOException {
        var out = new ByteArrayOutputStream();
        EvidenceJson.write(evidence, out);
        return out.toByteArray();
    }

    private static Evidence evidence() {
        var server = new Server("ns1.shop.example", "192.0.2.1");
        var soa = new DnsRecord("shop.example", "SOA", 300, "ns1.shop.example. host.shop.example. 1 2 3 4 60");
        var answer = new Answer(
                server, Outcome.NO_SUCH_NAME, true, List.of(), List.of(soa), List.of("Stale Answer (3)"), 90, false);
        var page = new Page(
                "http://shop.example/t",
                List.of(new Visit(
                        "192.0.2.7",
                        List.of(new Visit.Hop(
                                "http://shop.example/t",
                                Visit.Outcome.ANSWERED,
                                404,
                                null,
                                "no",
                                "text/html",
                                false)))));
        var certificate = new Endpoint.Certificate(
                "CN=shop.example",
                List.of("shop.example"),
                "CN=R3",
                AT.minusSeconds(60),
                AT.plusSeconds(60),
                "SHA256withECDSA",
                "0a",
                "sha256:00",
                null);
        var endpoint = new Endpoint(
                "shop.example",
                443,
                List.of(new Endpoint.Handshake("192.0.2.7", Endpoint.Outcome.SERVED, certificate)));
        return new Evidence(
                AT,
                List.of("Nothing."),
                Map.of(
                        "shop.example",
                        new Delegation(
                                "shop.example",
                                "example",
                                Delegation.State.DELEGATED,
                                List.of("ns1.shop.example"),
                                List.of(server),
                                true)),
                Map.of(QUESTION, new Answers(QUESTION, List.of(answer), List.of(), List.of())),
                Map.of(page.url(), page),
                Map.of("shop.example:443", endpoint));
    }
}
