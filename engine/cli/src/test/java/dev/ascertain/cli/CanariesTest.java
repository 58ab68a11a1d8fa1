package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No secret leaves the request that it authenticates: neither shown, nor saved, nor logged at the most talkative level. */
class CanariesTest {
    private static final Map<String, String> SECRETS = Map.of(
            "CLOUDFLARE_API_TOKEN", "canary/cloudflare+token",
            "CLOUDFLARE_API_KEY", "canary/cloudflare+key",
            "HUAWEICLOUD_SDK_AK", "CANARYACCESSKEY",
            "HUAWEICLOUD_SDK_SK", "canary/huawei+secret",
            "HUAWEICLOUD_SDK_SECURITY_TOKEN", "canary/huawei+temporary",
            "HW_AUTH_TOKEN", "canary/huawei+auth");
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: canary/cloudflare+token}]
              keys: [{email: edge@shop.example, key: canary/cloudflare+key}]
              zones:
                - name: shop.example
                  verifications:
                    - hostname: shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes: [{after_trigger: 3s, set: {certificate_status: active}}]
            huaweicloud_live:
              keys:
                - {access_key: CANARYACCESSKEY, secret_key: canary/huawei+secret, security_token: canary/huawei+temporary}
              tokens: [canary/huawei+auth]
              projects: [{name: cn-north-4}]
              domains:
                - {domain: stream.example, changes: [{after_trigger: 2s, set: {verify_result: true}}]}
            """;
    private static final String[] MANIFEST = {
        "{type: cloudflare_ssl_verification, name: shop, zone: shop.example}",
        "{type: huaweicloud_live_domain_verification, name: push, domain: push.stream.example}"
    };
    private static final List<String> TOKEN = List.of("CLOUDFLARE_API_TOKEN");
    private static final List<String> KEY = List.of("CLOUDFLARE_API_KEY");
    private static final List<String> KEYS =
            List.of("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN");
    private static final List<String> AUTH = List.of("HW_AUTH_TOKEN");

    @TempDir
    Path folder;

    static Stream<Arguments> worlds() {
        String faults = "faults:\n  - {path: \"*\", answer: %s}\n";
        return Stream.of(
                Arguments.of("token and keys", SCENARIO, TOKEN, KEYS, 0, "TRACE"),
                Arguments.of("key and auth token", SCENARIO, KEY, AUTH, 0, "TRACE"),
                Arguments.of(
                        "another secret key: the refusal echoes what was signed",
                        SCENARIO.replace("secret_key: canary/", "secret_key: other/"),
                        TOKEN,
                        KEYS,
                        1,
                        "TRACE"),
                Arguments.of("all is refused", SCENARIO.replace("canary", "other"), KEY, AUTH, 1, "TRACE"),
                Arguments.of("all is refused", SCENARIO.replace("canary", "other"), TOKEN, KEYS, 1, "TRACE"),
                Arguments.of("down", SCENARIO + faults.formatted("html"), TOKEN, KEYS, 1, "TRACE"),
                Arguments.of("cut off", SCENARIO + faults.formatted("cut"), KEY, AUTH, 1, "DEBUG"),
                Arguments.of("half", SCENARIO + faults.formatted("half"), TOKEN, KEYS, 1, "TRACE"),
                Arguments.of("closed", SCENARIO + faults.formatted("reset"), TOKEN, KEYS, 1, "DEBUG"));
    }

    @ParameterizedTest(name = "{0}, {2}, {3}")
    @MethodSource("worlds")
    void noSecretIsShownSavedOrLogged(
            String name, String scenario, List<String> cloudflare, List<String> huawei, int code, String level)
            throws IOException {
        try (var cloud = Rehearsal.of(folder, scenario).manifest(MANIFEST)) {
            cloud.stage.environment.keySet().removeAll(SECRETS.keySet());
            Stream.concat(cloudflare.stream(), huawei.stream())
                    .forEach(variable -> cloud.stage.environment.put(variable, SECRETS.get(variable)));
            cloud.stage.environment.put("CLOUDFLARE_EMAIL", cloudflare == KEY ? "edge@shop.example" : "");
            cloud.stage.environment.put("ASCERTAIN_LOG", "trace");

            Run plan = cloud.run("plan", "--verbose", "--out", "a.plan", "--json-into", "plan.jsonl");
            assertThat(plan.code()).isEqualTo(code);
            assertThat(plan.err()).as("the log").contains(level + " providers.http.ExchangeLog ");
            assertNoSecret(plan);
            assertNoSecret(cloud.run("apply", "a.plan", "--json-into", "apply.jsonl", "--report", "json=report.json"));
            assertNoSecret(cloud.run("apply", "--auto-approve", "--json"));
            assertNoSecretInFiles();
        }
    }

    @Test
    void aSecretInTheManifestIsRefusedAndNotRepeated() {
        var stage = new Stage(folder, RealProviders.factories()).manifest("a.yaml", """
                ascertain: 1
                providers:
                  cloudflare: {api_token: canary/cloudflare+token}
                verifications:
                  - {type: cloudflare_ssl_verification, name: shop, zone: shop.example}
                """);
        Run run = stage.run("plan", "--verbose");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err()).contains("A secret does not belong in a checked-in file");
        assertNoSecret(run);
    }

    private static void assertNoSecret(Run run) {
        assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(forms());
    }

    private void assertNoSecretInFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .extracting(CanariesTest::content)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(content -> assertThat(content).doesNotContain(forms()));
        }
    }

    private static List<String> forms() {
        return SECRETS.values().stream()
                .flatMap(value ->
                        Stream.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8), value.replace("/", "\\/")))
                .toList();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
