package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.record.Hostile;
import dev.ascertain.cli.view.Golden;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The evidence is that of the rules' own fixtures: what they find is explained. */
class ExplainTest {
    private static final Path RULES =
            Path.of("../core/src/test/resources/dev/ascertain/core/judge/rules").toAbsolutePath();
    private static final Path OWN = Path.of("src/test/resources/evidence").toAbsolutePath();
    private static final Challenge TOKEN = new Challenge.Txt("_acme-challenge.shop.example", "token-1", null);

    static final List<String> HOSTILE = Hostile.TEXTS;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1-not-delegated",
                "C3-lame-ns",
                "C4-dnssec-bogus",
                "C5-servfail",
                "C6-caa-lookup-failed",
                "D1-caa-forbids",
                "D5-caa-partial",
                "F1-evidence-complete",
                "F2-negative-cached",
                "F3-stale-cached",
                "E1-txt-missing",
                "E2-ns-out-of-sync",
                "E4-name-doubled",
                "E5-wrong-level",
                "E6-value-garbled",
                "E9-wrong-zone",
                "E13-cname-missing",
                "E15-cname-chain",
                "E18-ipv6-differs",
                "E22-challenged",
                "E23-bad-redirect"
            })
    void aFault(String rule) throws IOException {
        Run run = stage(Status.NEEDS_PROOF, Claims.SHOP, challenges(rule))
                .window(80)
                .run("explain", "fake_verification.a", "--evidence-in", evidence(rule), "--no-color");
        assertThat(run.code()).as(run.err()).isZero();
        Golden.check("explain-" + rule + ".txt", run.out());
    }

    @ParameterizedTest
    @CsvSource({"60, C.UTF-8, --no-color", "160, C.UTF-8, --no-color", "80, C, --no-color", "80, C.UTF-8, --verbose"})
    void aScreen(int columns, String locale, String option) {
        Stage stage = missing().window(columns);
        stage.environment.put("LANG", locale);
        Run run = stage.run("explain", "fake_verification.a", "--evidence-in", own("txt-missing"), option);
        Golden.check("explain-missing-%d-%s%s.txt".formatted(columns, locale, option), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "provider", "operator"})
    void aLetter(String reader) {
        Run run = missing().run("explain", "fake_verification.a", "--evidence-in", own("txt-missing"), "--for", reader);
        Golden.check("explain-for-" + reader + ".md", run.out());
    }

    @Test
    void theReportOfAnApplyIsNoPlan() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.VERIFIED));
        assertThat(stage.run("apply", "--auto-approve", "--report", "json=a.json")
                        .code())
                .isZero();
        assertThat(stage.run("explain", "fake_verification.a", "--plan", "a.json")
                        .err())
                .startsWith("Error: Report given as a plan\n\n  " + folder.resolve("a.json")
                        + " is the report of an apply, and no plan: it tells what came of one.");
    }

    @Test
    void aLetterThatAsksForARecord() {
        Run run = stage(Status.NEEDS_PROOF, Claims.SHOP, TOKEN)
                .run("explain", "*", "--evidence-in", evidence("D1-caa-forbids"), "--for", "customer");
        Golden.check("explain-for-customer-caa.md", run.out());
    }

    @Test
    void anObject() {
        Run run = missing().run("explain", "fake_verification.a", "--evidence-in", own("txt-missing"), "--json");
        assertThat(run.err()).isEmpty();
        Golden.check("explain.json", run.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void aFileThatIsNotServed() {
        Run run = stage(
                        Status.NEEDS_PROOF,
                        Claims.SHOP,
                        new Challenge.HttpFile("http://shop.example/.well-known/pki-validation/t.txt", "token-1", null))
                .run("explain", "fake_verification.a", "--evidence-in", own("file-missing"));
        Golden.check("explain-file.txt", run.out());
    }

    @Test
    void withoutEvidenceItSaysThatNobodyLooked() {
        Run run = stage(Status.IN_PROGRESS, Claims.SHOP, TOKEN).run("explain", "fake_verification.a");
        assertThat(run.code()).isZero();
        Golden.check("explain-blind.txt", run.out());
    }

    @Test
    void whatIsAsExpectedIsExplainedToo() {
        Run run = stage(Status.VERIFIED, Claims.SHOP, TOKEN).run("explain", "fake_verification.a");
        assertThat(run.code()).isZero();
        Golden.check("explain-met.txt", run.out());
    }

    @Test
    void aSavedPlanIsExplainedOfflineAndTheSame() {
        Stage stage = missing();
        String live = stage.run("explain", "fake_verification.a", "--evidence-in", own("txt-missing"))
                .out();
        stage.run("plan", "--out", "a.plan");
        int asked = stage.provider.observed().size();
        String saved = stage.run(
                        "explain", "fake_verification.a", "--plan", "a.plan", "--evidence-in", own("txt-missing"))
                .out();
        assertThat(stage.provider.observed()).hasSize(asked);
        assertThat(links(saved)).isEqualTo(links(live)).isNotEmpty();
    }

    private static List<String> links(String text) {
        return text.lines().filter(line -> line.matches("  {3}[ >] \\d .*")).toList();
    }

    @Test
    void whatCannotBeReadIsOne() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.fails(
                "a",
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Fake answered 503.")
                        .build());
        Run run = stage.run("explain", "fake_verification.a");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("could not be read", "Fake answered 503.", "run again later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fake_verification.b | 64 | \"fake_verification.b\" matches no address.\\n  Did you mean \"fake_verification.a\"?",
                "fake_verificatoin.a | 64 | Did you mean \"fake_verification.a\"?",
                "nothing | 64 | \"nothing\" matches no address.\\n  There are: fake_verification.a.",
                "fake_verification.a other.example | 64 | fake_verification.a has no \"other.example\".\\n  There are: shop.example.",
                "a.yaml | 64 | Name what to explain, as in: ascertain explain fake_verification.a",
                "other.yaml | 78 | other.yaml",
                "fake_verification.a shop.example | 0 | ''",
                "* | 0 | ''"
            })
    void isFoundByItsAddress(String word, int code, String message) {
        Run run = stage(Status.NEEDS_PROOF, Claims.SHOP, TOKEN).run("explain", word);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(message.replace("\\n", "\n"));
    }

    @Test
    void aPathOfSuchANameIsWrittenWithADot() {
        Stage stage = stage(Status.NEEDS_PROOF, Claims.SHOP, TOKEN);
        assertThat(stage.run("explain", "./fake_verification.a", "fake_verification.a")
                        .code())
                .isEqualTo(78);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--for", "--plan"})
    void whatDoesNotGoTogether(String option) {
        Stage stage = missing();
        String[] words = option.equals("--for")
                ? new String[] {"explain", "fake_verification.a", "--json", "--for", "customer"}
                : new String[] {"explain", "fake_verification.a", "a.yaml", "--plan", "a.plan"};
        assertThat(stage.run(words).code()).isEqualTo(64);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void hostileTextIsHarmless(String hostile) {
        var claim = new Claim(hostile, true, List.of(hostile), hostile, hostile);
        Stage stage = stage(
                Status.NEEDS_PROOF,
                claim,
                new Challenge.Txt("a" + hostile, hostile, hostile),
                new Challenge.Cname("b" + hostile, "c" + hostile, hostile),
                new Challenge.HttpFile("http://" + hostile, hostile, hostile),
                new Challenge.Email(hostile, hostile, hostile));
        for (String option : new String[] {"--for=customer", "--for=provider", "--verbose", "--json"}) {
            String text = stage.run("explain", "*", option).out();
            assertThat(text).isNotEmpty().doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e&&[^\\n]]");
            assertThat(text.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
        }
    }

    private String evidence(String rule) {
        return RULES.resolve(rule).resolve("triggers.json").toString();
    }

    private static Challenge[] challenges(String rule) throws IOException {
        JsonNode challenges = new ObjectMapper()
                .readTree(RULES.resolve(rule).resolve("case.json").toFile())
                .path("challenges");
        return StreamSupport.stream(challenges.spliterator(), false)
                .map(one -> challenge(
                        one.path("kind").asText(),
                        one.path("name").asText(),
                        one.path("value").asText()))
                .toArray(Challenge[]::new);
    }

    private static Challenge challenge(String kind, String name, String value) {
        return switch (kind) {
            case "txt" -> new Challenge.Txt(name, value, null);
            case "cname" -> new Challenge.Cname(name, value, null);
            default -> new Challenge.HttpFile(name, value, null);
        };
    }

    private static String own(String name) {
        return OWN.resolve(name + ".json").toString();
    }

    private Stage missing() {
        return stage(
                Status.NEEDS_PROOF,
                Claims.SHOP,
                TOKEN,
                new Challenge.Txt("_acme-challenge.shop.example", "token-2; \"quoted\"", null));
    }

    private Stage stage(Status status, Claim claim, Challenge... challenges) {
        Stage stage = new Stage(folder).manifest();
        LiveVerification plain = FakeProvider.live("shop.example", status, Map.of("held", Value.of(false)));
        var schedule = new Schedule(
                stage.time.instant().minusSeconds(600),
                stage.time.instant().plusSeconds(900),
                stage.time.instant().plusSeconds(86_400),
                stage.time.instant().plusSeconds(604_800),
                null,
                true);
        stage.provider.shows(
                "a",
                new LiveVerification(
                        plain.id(),
                        plain.label(),
                        plain.attributes(),
                        status,
                        List.of(),
                        List.of(challenges),
                        List.of(),
                        schedule,
                        claim));
        return stage;
    }

    /** What is verified. */
    private static final class Claims {
        static final Claim SHOP =
                new Claim("shop.example", true, List.of("letsencrypt.org", "pki.goog"), null, "dcv.cloudflare.com");
    }
}
