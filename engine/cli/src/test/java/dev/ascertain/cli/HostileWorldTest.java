package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ascertain.cli.Stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Name servers, web servers and certificates that mean harm: each look ends in time, and no output carries it on. Most of
 * a case is waiting for servers that say nothing, so the cases of a table run beside each other (and beside nothing else:
 * runs of the program share the log of the JVM).
 */
class HostileWorldTest {
    private static final String CLOUD = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  verifications:
                    - hostname: shop.example
                      certificate_status: %s
                      validation_method: %s
                      verification_info: %s
            """;
    private static final String TXT = "{txt_name: _acme-challenge.shop.example, txt_value: wanted}";
    private static final String CNAME = "{cname: _5f2c.shop.example, cname_target: _9a1b.dcv-host.example}";
    private static final String FILE = "{http_url: \"http://shop.example/proof.txt\", http_body: wanted}";
    private static final String DNS = """
            dns:
              zones:
                - name: shop.example
                  records: |
            """;
    private static final String WEB = """
            web:
              sites:
                - addresses: [127.0.0.10]
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Nothing that a terminal, a log or a CI runner takes for an order; a line's end is the only control character. */
    private static final String HARMFUL = "[\\p{Cc}\\u2028\\u2029\\u202e&&[^\\n]]";

    @TempDir
    Path folder;

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(
                        "control characters", "@ A 127.0.0.10\n_acme-challenge TXT \"\\027[31mred\\007\\000\\010\\r\""),
                Arguments.of(
                        "orders to a runner", "_acme-challenge TXT \"::error::owned\" \"\\010::set-env name=a::b\""),
                Arguments.of("no UTF-8, bidi", "_acme-challenge TXT \"\\255\\254\\226\\128\\174evil\\194\\155\""),
                Arguments.of(
                        "64 KiB",
                        "_acme-challenge TXT "
                                + "\"\\027[2J%s\" ".formatted("x".repeat(240)).repeat(200)),
                Arguments.of(
                        "an alias to a hostile name", "_acme-challenge CNAME \\027[31m\\010\\007evil.shop.example."),
                Arguments.of("aliases in a circle", "_acme-challenge CNAME a\na CNAME b\nb CNAME a"),
                Arguments.of("an alias to itself", "_acme-challenge CNAME _acme-challenge"),
                Arguments.of(
                        "hostile CAA", "@ CAA 0 issue \"\\027]0;owned\\007\\010evil\"\n@ CAA 128 \"x\" \"\\027[31m\""),
                Arguments.of("handed to a hostile name", "_acme-challenge NS \\027[31m\\010evil.shop.example."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(60)
    void records(String name, String records) throws IOException {
        harmless(world("pending_validation", "txt", TXT) + DNS + indented(records));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"wrong_id", "wrong_question", "cut", "garbage", "silent", "drip", "huge", "upwards", "not_authoritative"
    })
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(60)
    void servers(String fault) throws IOException {
        String servers = """
                      servers:
                        - {name: ns1.shop.example, addresses: [127.0.0.4], fault: %1$s}
                        - {name: ns2.shop.example, addresses: [127.0.0.5], fault: %1$s}
                """.formatted(fault);
        Run plan = harmless(
                world("pending_validation", "txt", TXT) + "dns:\n  zones:\n    - name: shop.example\n" + servers);
        assertThat(plan.out()).contains("cloudflare_ssl_verification.shop  shop.example");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"wrong_id", "wrong_question", "cut", "garbage", "silent", "drip", "huge"})
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(60)
    void resolvers(String fault) throws IOException {
        String resolvers = """
              resolvers:
                - {address: 127.0.0.51, fault: %1$s}
                - {address: 127.0.0.52, fault: %1$s}
                - {address: 127.0.0.53, fault: %1$s}
            """.formatted(fault).indent(0);
        harmless(world("pending_validation", "txt", TXT) + DNS + indented("_acme-challenge TXT wanted") + resolvers);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("in a circle", "{path: \"*\", location: \"http://shop.example/proof.txt\"}"),
                Arguments.of("to a file", "{path: \"*\", location: \"file:///etc/passwd\"}"),
                Arguments.of("to metadata", "{path: \"*\", location: \"http://169.254.169.254/latest\"}"),
                Arguments.of("to a private address", "{path: \"*\", location: \"http://10.0.0.1/\"}"),
                Arguments.of("to a script", "{path: \"*\", location: \"javascript:alert(1)\"}"),
                Arguments.of("to a hostile name", "{path: \"*\", location: \"http://\\e[31mevil\\a/\"}"),
                Arguments.of(
                        "a hostile header",
                        "{path: \"*\", headers: {Content-Type: \"text/html\\e]0;owned\\a\"}, body: x}"),
                Arguments.of("a hostile body", "{path: \"*\", body: \"\\e[2J\\a\\0\\r\\n::error::owned\\u202e\"}"),
                Arguments.of("silent", "{path: \"*\", fault: silent}"),
                Arguments.of("byte by byte", "{path: \"*\", fault: drip}"),
                Arguments.of("closed", "{path: \"*\", fault: reset}"),
                Arguments.of("no HTTP", "{path: \"*\", fault: garbage}"),
                Arguments.of("100 MB", "{path: \"*\", fault: huge}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    @Timeout(60)
    void pages(String name, String page) throws IOException {
        Run plan = harmless(world("pending_validation", "http", FILE) + DNS + indented("@ A 127.0.0.10") + WEB
                + "      pages:\n        - " + page + "\n");
        assertThat(plan.out()).doesNotContain("root:").contains("needs you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.example  | \"CN=\\e[31mevil\\a,O=::error::owned\"",
                "\"\\e[31mx.example\" | \"CN=shop.example,O=\\u202eevil\\u2028\"",
                "shop.example  | \"CN=a\\\\0Ab\\\\1B[2J\\\\07\""
            })
    @Timeout(60)
    void certificates(String names, String distinguished) throws IOException {
        String certificate = "      certificates:\n        - {names: [%s], subject: %s, issuer: %s}\n"
                .formatted(names, distinguished, distinguished);
        harmless(world("active", "txt", "null") + DNS + indented("@ A 127.0.0.10") + WEB + certificate);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "txt, '{txt_name: \"\\e[31m_a.shop.example\", txt_value: \"\\a\\e[2Jvalue\"}'",
        "cname, '{cname: \"\\n_a.shop.example\", cname_target: \"\\etarget\\u202e.example\"}'",
        "http, '{http_url: \"http://127.0.0.1:1/\\e[31m\", http_body: \"\\a\\r\\n\"}'",
        "http, '{http_url: \"file:///etc/passwd\", http_body: \"root\"}'"
    })
    @Timeout(60)
    void challenges(String method, String challenge) throws IOException {
        harmless(world("pending_validation", method, challenge) + DNS + indented("@ A 127.0.0.10"));
    }

    /** Runs all that shows evidence; gives what plan said. */
    private Run harmless(String scenario) throws IOException {
        try (var cloud = Rehearsal.of(folder, scenario).looking()) {
            cloud.manifest("{type: cloudflare_ssl_verification, name: shop, zone: shop.example}");
            cloud.stage.environment.put("REHEARSAL_PROBE_SECONDS", "1");
            cloud.stage.environment.put("REHEARSAL_TOTAL_SECONDS", "3");
            long begin = System.nanoTime();
            Run plan = cloud.run(
                    "plan", "--verbose", "--evidence", "all", "--evidence-out", "seen.json", "--out", "a.plan");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(plan.code()).as(plan.err()).isZero();
            assertThat(plan.err()).doesNotContain("stumbled", "Exception");
            assertHarmless(plan);
            for (String words : List.of(
                    "plan --json",
                    "show a.plan",
                    "explain *",
                    "explain * --verbose",
                    "explain * --json",
                    "explain * --for customer",
                    "explain * --for provider",
                    "explain * --for operator",
                    "records",
                    "records --format json",
                    "records --format bind",
                    "records --format terraform",
                    "records --format terraform-dns",
                    "records --format octodns",
                    "records --format dnscontrol")) {
                boolean saved = words.startsWith("show");
                Run run = cloud.run((words + (saved ? "" : " --evidence-in seen.json")).split(" "));
                assertThat(run.code()).as(words + run.err()).isZero();
                assertHarmless(run);
                if (words.contains("json")) {
                    assertThatCode(() -> JSON.readTree(run.out())).doesNotThrowAnyException();
                }
            }
            for (String file : List.of("seen.json", "a.plan")) {
                assertThat(Files.readString(folder.resolve(file))).doesNotContainPattern(HARMFUL);
            }
            assertThat(cloud.triggers()).isEmpty();
            return plan;
        }
    }

    private static void assertHarmless(Run run) {
        for (String text : List.of(run.out(), run.err())) {
            assertThat(text).doesNotContainPattern(HARMFUL);
            assertThat(text.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
        }
    }

    private static String world(String status, String method, String info) {
        return CLOUD.formatted(status, method, info);
    }

    private static String indented(String records) {
        return records.indent(8);
    }
}
