package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Ctrl-C while the world is looked at, with a real process and a name server that says nothing. */
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

    @Test
    void endsSoonAndSavesWhatWasSeen() throws Exception {
        try (var sandbox = Sandbox.start(Scenario.parse(SCENARIO))) {
            Process plan = plan(sandbox);
            BufferedReader events = plan.inputReader(StandardCharsets.UTF_8);
            String line = events.readLine();
            while (line != null && !line.contains("evidence_start")) {
                line = events.readLine();
            }
            assertThat(line).isNotNull();
            InterruptTest.signal(plan, "INT");

            assertThat(plan.waitFor(20, TimeUnit.SECONDS))
                    .as("long before 300 s are over")
                    .isTrue();
            assertThat(plan.exitValue()).isEqualTo(130);
            assertThat(events.readAllAsString()).contains("evidence_complete").contains("\"exit_code\":130");
            assertThat(Files.readString(folder.resolve("evidence.json")))
                    .contains("The run was stopped")
                    .doesNotContain("rehearsal");
        }
    }

    private Process plan(Sandbox sandbox) throws Exception {
        Files.writeString(folder.resolve("a.yaml"), MANIFEST);
        var command = new ArrayList<>(InterruptTest.heedingSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ascertain.cli.Main",
                "plan",
                "--json",
                "--evidence-out",
                "evidence.json"));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(sandbox.environment());
        return builder.start();
    }
}
