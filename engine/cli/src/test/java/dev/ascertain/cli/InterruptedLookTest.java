package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.sandbox.Sandbox;
import dev.ascertain.sandbox.Scenario;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C while the world is looked at; also with a real process and a name server that says nothing. */
@Timeout(60)
class InterruptedLookTest {
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  verifications:
                    - hostname: shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      verification_info: {txt_name: _acme-challenge.shop.example, txt_value: token-1}
            dns:
              zones:
                - name: shop.example
                  servers: [{name: ns1.shop.example, addresses: [127.0.0.4], fault: silent}]
                  records: "@ A 127.0.0.10"
            """;
    private static final String MANIFEST = """
            ascertain: 1
            providers:
              internet: {dns_port: "${env.SANDBOX_DNS_PORT}", probe_seconds: 300, total_seconds: 300}
            verifications:
              - {type: cloudflare_ssl_verification, name: a, zone: shop.example}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plan --out change.plan", "apply --auto-approve"})
    void thePlanIsNotComplete(String words) {
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            cloud.manifest("{type: cloudflare_ssl_verification, name: a, zone: shop.example}");
            cloud.stage.outlook = (_, _) -> (_, _) -> {
                cloud.time.stop();
                return Evidence.NONE;
            };
            Run run = cloud.run(words.split(" "));
            assertThat(run.code()).isEqualTo(130);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).endsWith("""
                    Plan: 1 to retry.
                    The run was stopped: this plan is not complete, and cannot be applied.
                    Exit 130: the run was stopped.
                    """);
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void whatWasSavedCannotBeApplied() {
        thePlanIsNotComplete("plan --out change.plan");
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.err()).startsWith("Error: Plan not complete\n");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply --auto-approve"})
    void endsSoonAndSavesWhatWasSeen(String words) throws Exception {
        try (var sandbox = Sandbox.start(Scenario.parse(SCENARIO))) {
            Process run = run(sandbox, words);
            BufferedReader events = run.inputReader(StandardCharsets.UTF_8);
            String line = events.readLine();
            while (line != null && !line.contains("evidence_start")) {
                line = events.readLine();
            }
            assertThat(line).isNotNull();
            InterruptTest.signal(run, "INT");

            assertThat(run.waitFor(20, TimeUnit.SECONDS))
                    .as("long before 300 s are over")
                    .isTrue();
            assertThat(run.exitValue()).isEqualTo(130);
            assertThat(events.readAllAsString())
                    .contains("evidence_complete")
                    .contains("\"operation\":\"plan\"", "\"complete\":false,\"interrupted\":true,\"exit_code\":130")
                    .doesNotContain("apply_");
            assertThat(sandbox.requests())
                    .noneMatch(request -> request.target().contains("retry"))
                    .allMatch(request -> request.method().equals("GET"));
            assertThat(Files.readString(folder.resolve("evidence.json")))
                    .contains("The run was stopped")
                    .doesNotContain("rehearsal");
        }
    }

    private Process run(Sandbox sandbox, String words) throws Exception {
        Files.writeString(folder.resolve("a.yaml"), MANIFEST);
        var command = new ArrayList<>(InterruptTest.heedingSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ascertain.cli.Main"));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("--json", "--evidence-out", "evidence.json"));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(sandbox.environment());
        return builder.start();
    }
}
