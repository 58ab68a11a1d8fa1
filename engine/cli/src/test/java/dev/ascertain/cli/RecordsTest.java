package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.view.Golden;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    private static final String MANIFEST = """
            ascertain: 1
            verifications:
              - {type: fake_verification, name: a, place: a}
              - {type: fake_verification, name: b, place: b}
            """;
    private static final String EVIDENCE = Path.of("src/test/resources/evidence/txt-missing.json")
            .toAbsolutePath()
            .toString();
    private static final Challenge OLD = new Challenge.Txt("_acme-challenge.shop.example", "old-token", null);
    private static final Challenge NEW = new Challenge.Txt("_ACME-challenge.shop.example.", "token-1", null);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "bind, bind", "octodns, yaml"})
    void listsWhatMustBePublished(String format, String end) {
        Run run = stage().run("records", "--evidence-in", EVIDENCE, "--format", format);
        assertThat(run.code()).as(run.err()).isZero();
        Golden.check("records-of-manifests." + end, run.out());
    }

    @Test
    void oneNameAndTypeIsOneSetAndOneValueStandsOnce() {
        String text = stage().run("records", "--format", "terraform-dns", "--zone", "shop.example")
                .out();
        assertThat(text.lines().filter(line -> line.contains("dns_txt_record_set\"")))
                .hasSize(1);
        assertThat(text.lines().filter(line -> line.contains("\"token-1\","))).hasSize(1);
        assertThat(text)
                .contains("# fake_verification.a  shop.example, fake_verification.b  shop.example: not looked for");
    }

    @Test
    void whatIsPublishedIsMarkedOrLeftOut() {
        String published = Path.of(
                        "../core/src/test/resources/dev/ascertain/core/judge/rules/F1-evidence-complete/triggers.json")
                .toAbsolutePath()
                .toString();
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", live(NEW, OLD));
        assertThat(stage.run("records", "--evidence-in", published).out())
                .contains("token-1", "old-token")
                .endsWith("Records: 1 missing, 1 published.\n");
        assertThat(stage.run("records", "--evidence-in", published, "--missing").out())
                .doesNotContain("token-1")
                .contains("old-token")
                .endsWith("Records: 1 missing.\n");
    }

    @Test
    void whatIsAsExpectedNeedsNothing() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("shop.example", Status.VERIFIED));
        assertThat(stage.run("records")).isEqualTo(new Run(0, "Records: nothing to publish.\n", ""));
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheRest() {
        Stage stage = stage();
        stage.provider.fails(
                "c",
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Fake answered 503.")
                        .build());
        stage.manifest("c.yaml", "ascertain: 1\nverifications:\n  - {type: fake_verification, name: c, place: c}\n");
        Run run = stage.run("records", "--format", "bind");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("token-1").doesNotContain("503");
        assertThat(run.err()).contains("Could not be read", "Fake answered 503.");
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        Run run = stage().run("records", "--format", "xml");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .contains(
                        "--format xml: there are text, json, bind, terraform, terraform-dns, octodns and dnscontrol.");
    }

    private Stage stage() {
        Stage stage = new Stage(folder).manifest("a.yaml", MANIFEST);
        stage.provider.shows("a", live(OLD, NEW));
        stage.provider.shows(
                "b",
                live(
                        NEW,
                        new Challenge.Cname("_t.www.shop.example", "T.dcv.example.net", null),
                        new Challenge.HttpFile("http://shop.example/.well-known/x", "content", null),
                        new Challenge.Email("admin@shop.example", "", null)));
        return stage;
    }

    private static LiveVerification live(Challenge... challenges) {
        LiveVerification plain = FakeProvider.live("shop.example", Status.NEEDS_PROOF, Map.of("held", Value.of(false)));
        return new LiveVerification(
                plain.id(),
                plain.label(),
                plain.attributes(),
                plain.status(),
                List.of(),
                List.of(challenges),
                List.of(),
                Schedule.UNKNOWN);
    }
}
