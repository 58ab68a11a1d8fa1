package dev.ascertain.cli;

import static dev.ascertain.cli.ImportTest.FLEET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code import} where something is wrong: nothing half is written, and what is wrong is said. */
class ImportMistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example pending.example empty.example"})
    void aWrongTokenIsOneCall(String names) {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            cloud.stage.environment.put("CLOUDFLARE_API_TOKEN", "canary-wrong");
            String[] words = ("import --provider cloudflare --out a.yaml " + names).split(" ");
            assertThat(cloud.run(words)).isEqualTo(new Run(1, "", """
                    Error: Nothing written

                      Cloudflare answered 401 (1000 Invalid API Token). Check api_token: perhaps cut, expired or disabled. Tokens and keys are listed at https://dash.cloudflare.com/profile/api-tokens.

                    """));
            assertThat(cloud.requests()).hasSize(1);
            assertThat(folder.resolve("a.yaml")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "huge"})
    void aListWithAHoleIsNone(String answer) {
        String faults = "faults: [{path: \"/client/v4/zones?*\", answer: %s}]\n".formatted(answer);
        try (var cloud = Rehearsal.of(folder, FLEET + faults)) {
            Run run = cloud.run("import", "--provider", "cloudflare", "--out", "a.yaml");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("Error: Nothing written\n");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cut, The answer of Cloudflare was cut off.",
        "huge, 'Cloudflare answered with more than 8 MiB, and the rest was not read.'"
    })
    void whatBreaksOffHalfWayIsLeftOut(String answer, String why) throws IOException {
        String faults = "faults: [{path: \"/client/v4/zones/123*\", answer: %s}]\n".formatted(answer);
        try (var cloud = Rehearsal.of(folder, FLEET + faults)) {
            Run run = cloud.run("import", "--provider", "cloudflare", "--out", "a.yaml");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("  pending.example: not in the manifest.\n", why);
            assertThat(Files.readString(folder.resolve("a.yaml"))).contains("pending.example: " + why);
            assertThat(cloud.run("plan", "--detailed-exitcode").out()).isEqualTo("Plan: 3 as expected.\n");
        }
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnlessItIsToBe() throws IOException {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            cloud.stage.manifest("a.yaml", "mine\n");
            String[] words = {"import", "--provider", "cloudflare", "--out", "a.yaml"};
            assertThat(cloud.run(words)).isEqualTo(new Run(1, "", """
                    Error: Nothing written

                      a.yaml is there already. Take another name, or overwrite it with --force.

                    """));
            assertThat(folder.resolve("a.yaml")).hasContent("mine\n");
            assertThat(cloud.requests()).isEmpty();
            assertThat(cloud.run("import", "--provider", "cloudflare", "--out", "a.yaml", "--force")
                            .code())
                    .isZero();
            assertThat(Files.readString(folder.resolve("a.yaml")))
                    .startsWith(
                            "# yaml-language-server: $schema=ascertain.schema.json\n# Written by \"ascertain import\"");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.yaml"))))
                    .isEqualTo("rw-r--r--");
        }
    }

    /** A value that must be written as a pattern, with as much to quote as can be. */
    @Test
    void whatIsTooMuchForOneManifestIsWrittenInParts() throws IOException {
        var stage = new Stage(folder);
        Value wordy = Value.of(".".repeat(2_000));
        for (int place = 0; place < 8_000; place++) {
            stage.provider.shows(
                    "%s-%04d".formatted(place % 2 == 0 ? "a" : "b", place),
                    FakeProvider.live(place + ".example", Status.VERIFIED, Map.of("method", wordy)));
        }
        String[] words = {"import", "--provider", "fake", "--out", "a.yaml", "--quiet"};
        assertThat(stage.run(words)).isEqualTo(new Run(1, "", """
                Error: Nothing written

                  This would be more than 10 MiB, the most that a manifest can have. Import it in parts, such as with 'a*', 'b*', and so on.

                """));
        assertThat(folder).isEmptyDirectory();
        assertThat(stage.run("import", "--provider", "fake", "--out", "a.yaml", "--quiet", "a*"))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.size(folder.resolve("a.yaml"))).isBetween(5L << 20, 10L << 20);
        assertThat(stage.run("plan", "--detailed-exitcode", "a.yaml").out()).isEqualTo("Plan: 4000 as expected.\n");
    }

    @Test
    void mistakesAreToldBeforeAnyCall() {
        try (var cloud = Rehearsal.of(folder, FLEET)) {
            cloud.stage.manifest("there", "");
            assertThat(told(cloud, 64, "import"))
                    .contains("Say where to read: --provider cloudflare or huaweicloud_live or internet.");
            assertThat(told(cloud, 64, "import --provider cloudfare")).contains("Did you mean \"cloudflare\"?");
            assertThat(told(cloud, 64, "import --provider internet shop.example"))
                    .contains("There is nothing to list at the Internet.", "ascertain init --provider internet");
            assertThat(told(cloud, 64, "import --provider huaweicloud_live"))
                    .contains("Huawei Cloud Live lists no domains, so name those that are to be imported, without *.");
            assertThat(told(cloud, 64, "import --provider huaweicloud_live *.example"))
                    .contains("Names are needed");
            assertThat(told(cloud, 64, "import --provider cloudflare --setting region"))
                    .contains("--setting takes NAME=VALUE");
            assertThat(told(cloud, 64, "import --provider cloudflare --setting api_token=canary-typed"))
                    .contains("Secret on the command line")
                    .doesNotContain("canary-typed");
            assertThat(told(cloud, 64, "import --provider cloudflare --setting acount_id=x"))
                    .contains("Did you mean \"account_id\"?");
            assertThat(told(cloud, 64, "import --provider cloudflare --setting requests_per_5_minutes=many"))
                    .contains("takes a whole number from 1 to 999999999");
            assertThat(told(cloud, 64, "import --provider huaweicloud_live --account-id x a.example"))
                    .contains("An account of Huawei Cloud Live has no setting \"account_id\".");
            assertThat(told(cloud, 1, "import --provider cloudflare --out none/a.yaml"))
                    .contains("The manifest cannot be written to", "none does not exist.");
            assertThat(told(cloud, 64, "import --provider cloudflare --out -"))
                    .contains("--out -: name a file; without --out the manifest goes to standard output.");
            assertThat(told(cloud, 1, "import --provider cloudflare --out .")).contains("it is a folder");
            cloud.stage.environment.remove("CLOUDFLARE_API_TOKEN");
            assertThat(told(cloud, 78, "import --provider cloudflare")).contains("Missing credential");
            assertThat(told(cloud, 64, "import --provider cloudflare --setting acount_id=x"))
                    .doesNotContain("Missing credential");
            assertThat(cloud.requests()).isEmpty();
        }
    }

    private static String told(Rehearsal cloud, int code, String typed) {
        Run run = cloud.run(typed.split(" "));
        assertThat(run.code()).as(typed).isEqualTo(code);
        assertThat(run.out()).as(typed).isEmpty();
        return run.err();
    }
}
