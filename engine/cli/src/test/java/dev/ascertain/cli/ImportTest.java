package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.record.Hostile;
import dev.ascertain.cli.view.Golden;
import dev.ascertain.core.diagnostic.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} with the providers that the program brings: what it writes is planned at once, and nothing differs. */
class ImportTest {
    private static final List<String> WORDS = List.of(
            "initializing",
            "authorizing",
            "active",
            "expired",
            "issuing",
            "timing_out",
            "pending_validation",
            "deleted",
            "pending_issuance",
            "pending_deployment",
            "pending_deletion",
            "pending_expiration",
            "initializing_timed_out",
            "validation_timed_out",
            "issuance_timed_out",
            "deployment_timed_out",
            "deletion_timed_out",
            "pending_cleanup",
            "staging_deployment",
            "staging_active",
            "deactivating",
            "inactive",
            "backup_issued",
            "holding_deployment",
            "teleporting");

    static final String FLEET = """
            cloudflare:
              tokens:
                - token: canary
                - {token: canary-some, zones: [shop.example, empty.example]}
              zones:
                - name: shop.example
                  id: "023e105f4ecef8ad9ca31a8372d0c353"
                  verifications:
                    - {hostname: shop.example, certificate_status: active}
                    - {hostname: "*.shop.example", certificate_status: timing_out, signature: ECDSAWithSHA256}
                    - {hostname: "*.shop.example", certificate_status: active, signature: SHA256WithRSA}
                - name: pending.example
                  id: "123e105f4ecef8ad9ca31a8372d0c353"
                  status: pending
                  verifications:
                    - {hostname: pending.example, certificate_status: initializing, brand_check: true}
                - name: empty.example
                  id: "223e105f4ecef8ad9ca31a8372d0c353"
            huaweicloud_live:
              keys: [{access_key: AK, secret_key: SK}]
              projects: [{name: cn-north-4}]
              domains:
                - {domain: stream.example, verify_result: false}
                - {domain: done.example, verify_result: true}
            """;

    private static final String WROTE = """
            Wrote a.yaml. Next: ascertain plan a.yaml
            Editors complete and check it by ascertain.schema.json beside it, which "ascertain schema" writes.
            """;

    @TempDir
    Path folder;

    @Test
    void writesWhatIsLiveAndPlansItAtOnceWithoutADifference() throws IOException {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            Run run = cloud.run("import", "--provider", "cloudflare");
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isZero();
            Golden.check("import-cloudflare.yaml", run.out());
            assertThat(cloud.run("import", "--provider", "cloudflare")).isEqualTo(run);
            cloud.stage.manifest("a.yaml", run.out());
            assertThat(cloud.run("plan", "--detailed-exitcode")).isEqualTo(new Run(0, "Plan: 4 as expected.\n", ""));
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void theWorldOfTheSandboxIsPlannedWithoutAWarning() throws IOException {
        String world = Files.readString(Path.of("../../examples/quickstart/world.yaml"));
        try (var cloud = Rehearsal.of(folder, world)) {
            assertThat(cloud.run("import", "--provider", "cloudflare", "--out", "live.yaml")
                            .code())
                    .isZero();
            assertThat(Files.readString(folder.resolve("live.yaml")))
                    .contains("certificate_status: pending_validation");
            assertThat(cloud.run("plan", "--detailed-exitcode", "live.yaml"))
                    .isEqualTo(new Run(0, "Plan: 7 as expected.\n", ""));
        }
    }

    @Test
    void domainsAreNamed() {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            Run run = cloud.run(huawei(cloud, "push.stream.example", "Done.Example.", "done.example"));
            assertThat(run.err()).isEmpty();
            cloud.stage.manifest("a.yaml", run.out());
            String endpoint = cloud.stage.environment.get("HW_LIVE_ENDPOINT");
            String iam = cloud.stage.environment.get("HW_IAM_ENDPOINT");
            Golden.check(
                    "import-huawei.yaml", run.out().replace(iam, "http://iam").replace(endpoint, "http://live"));
            assertThat(cloud.run("plan", "--detailed-exitcode")).isEqualTo(new Run(0, "Plan: 2 as expected.\n", ""));
        }
    }

    private static String[] huawei(Rehearsal cloud, String... names) {
        return Stream.concat(
                        Stream.of(
                                "import",
                                "--provider",
                                "huaweicloud_live",
                                "--setting",
                                "endpoint=" + cloud.stage.environment.get("HW_LIVE_ENDPOINT"),
                                "--setting",
                                "iam_endpoint=" + cloud.stage.environment.get("HW_IAM_ENDPOINT")),
                        Stream.of(names))
                .toArray(String[]::new);
    }

    @Test
    void everyStateIsAsExpectedOnceItIsImported() {
        String zones = IntStream.range(0, WORDS.size())
                .mapToObj(at -> """
                        - name: z%d.example
                          verifications:
                            - {hostname: z%d.example, certificate_status: %s, cert_pack_uuid: null}
                            - {hostname: a.z%d.example, certificate_status: %s, brand_check: true, verification_status: false}
                        """.formatted(at, at, WORDS.get(at), at, WORDS.get(at)))
                .collect(Collectors.joining())
                .indent(4);
        try (var cloud = Rehearsal.of(folder, "cloudflare:\n  tokens: [{token: canary}]\n  zones:\n" + zones)) {
            assertThat(cloud.run("import", "--provider", "cloudflare", "--out", "a.yaml"))
                    .isEqualTo(new Run(0, WROTE, ""));
            Run plan = cloud.run("plan", "--detailed-exitcode", "a.yaml");
            assertThat(plan.out()).isEqualTo("Plan: 50 as expected.\n");
            assertThat(plan.code()).isZero();
            assertThat(plan.err().lines().filter(line -> line.contains(" documented value ")))
                    .as("only of a word that Ascertain does not know")
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"teleporting\" is no documented value"));
        }
    }

    @Test
    void namesAndPatternsChoose() {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            Run run = cloud.run("import", "--provider", "cloudflare", "P*", "SHOP.example.");
            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("# shop.example\n", "# pending.example, pending\n")
                    .doesNotContain("empty");
            Run byId = cloud.run("import", "--provider", "cloudflare", "123E105F4ecef8ad9ca31a8372d0c353");
            assertThat(byId.out()).contains("    zone_id: \"123e105f4ecef8ad9ca31a8372d0c353\"\n");
            assertThat(cloud.requests("name=123")).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsToldAndTheRestIsWritten() {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            Run run = cloud.run("import", "--provider", "cloudflare", "shop.example", "shoq.example", "x*");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("""
                    Error: Could not be read

                      shoq.example, x*: not in the manifest.
                      The credential can see nothing of this name. Check the spelling, the account, and what the credential may see.

                    """);
            assertThat(run.out()).contains("""
                            # Not in this manifest:
                            #   shoq.example: The credential can see nothing of this name.
                            #   x*: The credential can see nothing of this name.
                            """).contains("# shop.example\n");
        }
    }

    @Test
    void aZoneThatMayNotBeReadBecomesAComment() {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            cloud.stage.environment.put("CLOUDFLARE_API_TOKEN", "canary-some");
            Run run = cloud.run(
                    "import",
                    "--provider",
                    "cloudflare",
                    "shop.example",
                    "123e105f4ecef8ad9ca31a8372d0c353",
                    "--out",
                    "a.yaml");
            assertThat(run).isEqualTo(new Run(1, WROTE, """
                    Error: Could not be read

                      123e105f4ecef8ad9ca31a8372d0c353: not in the manifest.
                      Cloudflare answered 403 (10000 Authentication error). The token needs the permission "SSL and Certificates Read".

                    """));
            assertThat(folder.resolve("a.yaml")).content().contains("""
                    # Not in this manifest:
                    #   123e105f4ecef8ad9ca31a8372d0c353: Cloudflare answered 403 (10000 Authentication error).
                    """);
            assertThat(cloud.run("plan", "--detailed-exitcode").out()).isEqualTo("Plan: 3 as expected.\n");
        }
    }

    @Test
    void thousandsOfZonesAreReadPageByPage() {
        String zones = IntStream.range(0, 230)
                .mapToObj(at ->
                        "    - {name: z%d.example, verifications: [{hostname: z%d.example, certificate_status: active}]}\n"
                                .formatted(at, at))
                .collect(Collectors.joining());
        try (var cloud = Rehearsal.of(folder, "cloudflare:\n  tokens: [{token: canary}]\n  zones:\n" + zones)) {
            String account = "acc0acc0acc0acc0acc0acc0acc0acc0";
            Run run = cloud.run(
                    "import", "--provider", "cloudflare", "--account-id", account, "--out", "a.yaml", "--quiet");
            assertThat(run).isEqualTo(new Run(0, "", ""));
            assertThat(cloud.requests("/zones?"))
                    .hasSize(5)
                    .allMatch(request -> request.contains("account.id=") && request.contains("per_page=50"));
            assertThat(cloud.run("plan", "--detailed-exitcode").out()).isEqualTo("Plan: 230 as expected.\n");
        }
    }

    /** Each as a hostname, a state and a method at once, beside one that is as it should be. */
    @Test
    void whateverCloudflareSaysStaysData() throws IOException {
        var lives = new ArrayList<Object>(List.of(Map.of("hostname", "a.example", "certificate_status", "active")));
        for (String text : Hostile.REPORTED) {
            if (text.length() < 10_000) {
                lives.add(Map.of("hostname", text, "certificate_status", text, "validation_method", text));
            }
        }
        String scenario = new ObjectMapper()
                .writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsString(Map.of(
                        "cloudflare",
                        Map.of(
                                "tokens",
                                List.of(Map.of("token", "canary")),
                                "zones",
                                List.of(Map.of("name", "a.example", "verifications", lives)))));
        try (var cloud = Rehearsal.of(folder, scenario)) {
            Run run = cloud.run("import", "--provider", "cloudflare", "--out", "a.yaml");
            assertThat(run.err()).isEmpty();
            assertThat(Files.readAllLines(folder.resolve("a.yaml")))
                    .allMatch(line -> Visible.line(line).equals(line))
                    .noneMatch(line -> line.startsWith("evil") || line.startsWith("::"));
            Run plan = cloud.run("plan", "--detailed-exitcode");
            assertThat(plan.out()).matches("Plan: \\d+ as expected\\.\n");
            assertThat(plan.code()).isZero();
        }
    }
}
