package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.core.schema.ManifestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code init} writes, with every line in it that is only proposed. */
class StarterTest {
    private static final Pattern PROPOSED = Pattern.compile("(?m)^( *)# ((?:  )*(?:- )?[a-z_]+:.*)$");
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: canary}]
              zones:
                - name: example.com
                  verifications:
                    - {hostname: shop.example.com, certificate_status: active}
                    - {hostname: other.example.com, certificate_status: timing_out}
            huaweicloud_live:
              keys: [{access_key: AK, secret_key: SK}]
              projects: [{name: cn-north-4}]
              domains: [{domain: example.com, verify_result: true}]
            """;
    private static final String ENDPOINTS = """
            ascertain: 1
            providers:
              huaweicloud_live:
                endpoint: ${env.HW_LIVE_ENDPOINT}
                iam_endpoint: ${env.HW_IAM_ENDPOINT}
            """;

    @TempDir
    Path folder;

    @Test
    void isPlannedAsItIs() {
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            assertThat(cloud.run("init").code()).isZero();
            Run plan = cloud.run("plan");
            assertThat(plan.err()).isEmpty();
            assertThat(plan.out()).contains("\nPlan: 1 to retry, 1 as expected.\n");
        }
    }

    @Test
    void isPlannedWithEverythingThatItProposes() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            assertThat(cloud.run("init").code()).isZero();
            Path starter = folder.resolve("ascertain.yaml");
            String all = PROPOSED.matcher(Files.readString(starter)).replaceAll("$1$2");
            assertThat(all).contains("\nproviders:\n  cloudflare:\n", "\n    select: ", "\n  - type: huawei");
            Files.writeString(starter, all);
            assertThat(cloud.run("validate")).isEqualTo(new Run(0, "Valid: 2 verifications in 1 file.\n", ""));
            cloud.stage.manifest("endpoints.yaml", ENDPOINTS);
            assertThat(cloud.run("plan")).isEqualTo(new Run(0, "Plan: 2 as expected.\n", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cloudflare", "huaweicloud_live", "internet", "internet cloudflare huaweicloud_live internet"})
    void isValidForWhichProvidersEver(String providers) throws IOException {
        var stage = new Stage(folder, RealProviders.factories());
        stage.environment.clear();
        String[] words = ("init --provider " + providers.replace(" ", " --provider ")).split(" ");
        Run init = stage.run(words);
        assertThat(init).isEqualTo(new Run(0, """
                Wrote ascertain.yaml. Next:
                  1. Put your zone or domain into it.
                  2. Set the variables it names.
                  3. Run "ascertain plan": it only reads.
                Editors complete and check it by ascertain.schema.json beside it; "ascertain schema" writes that anew.
                """, ""));
        assertThat(folder.resolve("ascertain.schema.json"))
                .content()
                .isEqualTo(ManifestSchema.of(RealProviders.catalog()));
        Path starter = folder.resolve("ascertain.yaml");
        Run valid = stage.run("validate");
        assertThat(valid.err()).isEmpty();
        Files.writeString(starter, PROPOSED.matcher(Files.readString(starter)).replaceAll("$1$2"));
        assertThat(stage.run("validate")).isEqualTo(valid);
        assertThat(Files.readString(starter).lines().filter(line -> line.startsWith("  - type: ")))
                .isNotEmpty();
        assertThat(stage.run("init").code()).isEqualTo(1);
    }

    @Test
    void isPlannedForThoseProvidersAlone() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            assertThat(cloud.run("init", "--provider", "cloudflare", "--provider", "huaweicloud_live")
                            .code())
                    .isZero();
            Path starter = folder.resolve("ascertain.yaml");
            String region = "    region: cn-north-4";
            String endpoints = """
                        endpoint: ${env.HW_LIVE_ENDPOINT}
                        iam_endpoint: ${env.HW_IAM_ENDPOINT}
                    """;
            Files.writeString(starter, Files.readString(starter).replace(region, endpoints + region));
            Run plan = cloud.run("plan");
            assertThat(plan.err()).isEmpty();
            assertThat(plan.out()).contains("\nPlan: 1 to retry, 2 as expected.\n");
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "mine\n");
        assertThat(new Stage(folder, RealProviders.factories()).run("init", "shop.yaml"))
                .isEqualTo(new Run(1, "", """
                        Error: Nothing written

                          shop.yaml is no folder. Name the one that ascertain.yaml is to be in.
                        """));
        assertThat(folder.resolve("shop.yaml")).hasContent("mine\n");
    }

    @Test
    void aProviderThatIsNoneIsToldWithTheNearest() {
        assertThat(new Stage(folder, RealProviders.factories()).run("init", "--provider", "cloudfare"))
                .isEqualTo(new Run(64, "", """
                        Error: Unknown provider

                          There is no provider "cloudfare".
                          Did you mean "cloudflare"?
                        """));
        assertThat(folder).isEmptyDirectory();
    }
}
