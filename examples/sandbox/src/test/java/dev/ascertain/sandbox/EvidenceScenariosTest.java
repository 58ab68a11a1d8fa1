package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scenario under {@code evidence} has the fault that its first line tells, and loses it when that is mended. */
class EvidenceScenariosTest {
    private static final Path FOLDER = Path.of("scenarios/evidence");

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ready            | 4  | _acme-challenge.shop.example TXT              | NOERROR aa Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3
            txt-missing      | 4  | _acme-challenge.shop.example TXT              | NXDOMAIN aa
            txt-mismatch     | 5  | _acme-challenge.shop.example TXT              | NOERROR aa k7QpW1sXe9rTzUi3oLd5fGhJ8mNbVcY2aE4xRqSg6tH
            name-doubled     | 4  | _acme-challenge.shop.example.shop.example TXT | NOERROR aa Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3
            name-doubled     | 4  | _acme-challenge.shop.example TXT              | NXDOMAIN aa
            ns-out-of-sync   | 4  | _acme-challenge.shop.example TXT              | NOERROR aa Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3
            ns-out-of-sync   | 5  | _acme-challenge.shop.example TXT              | NXDOMAIN aa
            caa-forbids      | 4  | shop.example CAA                              | NOERROR aa 0 issue "globalsign.com" 0 iodef "mailto:security@shop.example"
            dnssec-bogus     | 51 | _acme-challenge.shop.example TXT              | SERVFAIL
            negative-cached  | 4  | _acme-challenge.shop.example TXT              | NOERROR aa Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3
            negative-cached  | 52 | _acme-challenge.shop.example TXT              | NXDOMAIN
            negative-cached  | 53 | _acme-challenge.shop.example TXT              | NOERROR Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3
            lame-ns          | 5  | shop.example SOA                              | REFUSED
            lame-ns          | 6  | shop.example SOA                              | NOERROR
            cname-missing    | 4  | _5f2c.shop.example CNAME                      | NXDOMAIN aa
            cname-missing    | 8  | _9a1b.dcv-host.example TXT                    | NOERROR aa here
            token-not-served | 4  | shop.example A                                | NOERROR aa 127.0.0.10
            ipv6-differs     | 4  | shop.example AAAA                             | NOERROR aa 0:0:0:0:0:0:0:1
            """)
    void hasTheFault(String scenario, int server, String question, String answer) throws IOException {
        try (var sandbox = start(scenario)) {
            var words = question.split(" ");
            var asker = Asker.of(sandbox, "127.0.0." + server);
            assertThat((server > 50 ? asker.recursive() : asker).brief(words[0], words[1]))
                    .isEqualTo(answer);
        }
    }

    @ParameterizedTest(name = "{0}: {1}, mended: {2}")
    @CsvSource({
        "ready,            active,     active",
        "txt-missing,      timing_out, active",
        "txt-mismatch,     timing_out, active",
        "name-doubled,     timing_out, active",
        "dnssec-bogus,     timing_out, timing_out",
        "caa-forbids,      timing_out, active",
        "cname-missing,    timing_out, active",
        "token-not-served, timing_out, active",
    })
    void aRetryHelpsOnlyWhenItIsMended(String scenario, String before, String after) throws IOException {
        assertThat(retried(scenario, false)).isEqualTo(before);
        assertThat(retried(scenario, true)).isEqualTo(after);
    }

    private static String retried(String scenario, boolean mended) throws IOException {
        var clock = new SettableClock();
        try (var sandbox = Sandbox.start(Scenario.read(FOLDER.resolve(scenario + ".yaml")), clock);
                var client = new Client(sandbox.cloudflare(), "Authorization", "Bearer rehearsal-cloudflare-token");
                var person = new Client(sandbox.address())) {
            var zone = client.result("/zones").path(0).path("id").asText();
            if (mended) {
                person.send("POST", "/sandbox/publish", "");
            }
            client.get("/zones/" + zone + "/ssl/verification?retry=true");
            clock.pass("1s");
            return client.result("/zones/" + zone + "/ssl/verification")
                    .path(0)
                    .path("certificate_status")
                    .asText();
        }
    }

    static Stream<Path> files() throws IOException {
        return Files.list(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void tellsInItsFirstLineWhatTheProgramShouldSay(Path file) throws IOException {
        var name = file.getFileName().toString().replace(".yaml", "");
        var rule = name.equals("ready") ? "evidence-complete" : name;
        assertThat(Files.readAllLines(file).getFirst()).startsWith("# ").contains(", " + rule + ")");
    }

    private static Sandbox start(String scenario) throws IOException {
        return Sandbox.start(Scenario.read(FOLDER.resolve(scenario + ".yaml")), new SettableClock());
    }
}
