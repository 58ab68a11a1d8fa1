package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.sandbox.Scenario;
import dev.ascertain.sandbox.dns.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program looks at the sandbox's DNS and web before it asks: what it plans, asks there, and then applies. */
class EvidencePlanTest {
    private static final Path SCENARIOS = Path.of("../../examples/sandbox/scenarios/evidence");
    private static final Pattern PROMISE =
            Pattern.compile("# .*?\\b(blocked|waiting|retry)\\b.*\\(\\w+, ([a-z0-9-]+)\\).*");
    private static final String SHOP = "{type: cloudflare_ssl_verification, name: shop, zone: shop.example}";
    private static final String TOKEN = "_acme-challenge.shop.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<Path> scenarios() throws IOException {
        return Files.list(SCENARIOS).sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void plansWhatTheScenarioPromisesAndAsksNothingTwice(Path file) throws IOException {
        var promise = PROMISE.matcher(Files.readAllLines(file).getFirst());
        assertThat(promise.matches()).isTrue();
        try (var cloud = scenario(file.getFileName().toString())) {
            Run plan = cloud.run("plan", "--detailed-exitcode", "--out", "a.plan");
            assertThat(plan.err()).isEmpty();
            assertThat(plan.code()).isEqualTo(2);
            JsonNode change = change();
            assertThat(change.at("/action").asText())
                    .isEqualTo(
                            switch (promise.group(1)) {
                                case "blocked" -> "manual";
                                case "waiting" -> "wait";
                                default -> "retry";
                            });
            assertThat(change.at("/findings/0/reason/code")
                            .asText(change.at("/reason/code").asText()))
                    .isEqualTo(promise.group(2));
            assertThat(cloud.triggers()).isEmpty();
            assertThat(cloud.questions())
                    .extracting(EvidencePlanTest::meaning)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply --no-wait --auto-approve", "explain *", "records"})
    void theInternetAndTheEvidenceStandOnTheSameAnswers(String words) throws IOException {
        try (var cloud = scenario("txt-missing.yaml")) {
            cloud.manifest(
                    SHOP,
                    "{type: dns_record, name: token, record: _acme-challenge.shop.example, record_type: TXT, value: x}",
                    "{type: dns_record, name: other, record: other.shop.example, record_type: CNAME, value: y.example}",
                    "{type: tls_endpoint, name: web, host: shop.example}");
            Run run = cloud.run(words.split(" "));
            assertThat(run.out()).contains("cloudflare_ssl_verification.shop", "dns_record.token");
            assertThat(cloud.questions())
                    .extracting(EvidencePlanTest::meaning)
                    .anyMatch(asked -> asked.contains("other.shop.example CNAME"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsBlockedIsNotAskedForUntilTheRecordIsThere() throws IOException, InterruptedException {
        try (var cloud = scenario("txt-missing.yaml")) {
            assertThat(cloud.run("plan", "--detailed-exitcode").code()).isEqualTo(2);
            Run blocked = cloud.run("apply", "--auto-approve");
            assertThat(blocked.code()).isEqualTo(4);
            assertThat(blocked.out())
                    .endsWith(
                            "            publish  _acme-challenge.shop.example  TXT"
                                    + "  \"Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3\"\n\nApply: 1 needs you.\nExit 4: 1 verification needs a person.\n");
            assertThat(cloud.triggers()).isEmpty();
            assertThat(cloud.time.held()).as("nobody waits for a person").isEmpty();
            assertThat(ofResolvers(cloud)).as("too early").isEmpty();

            cloud.publish();
            assertThat(cloud.run("plan", "--out", "a.plan").out()).startsWith("""
                    \s\s~ cloudflare_ssl_verification.shop  shop.example                         retry
                          certificate_status   "pending_validation"  expected "active"
                          why   Cloudflare waits for the proof; what it looks for is published and can be seen.
                    """);
            assertThat(ofResolvers(cloud)).hasSize(3);
            Run apply = cloud.run("apply", "a.plan");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("It is as expected now. Asked once.\n\nApply: 1 met.\n");
            assertThat(cloud.triggers()).hasSize(1);
        }
    }

    @Test
    void resolversAreAskedForATokenOnlyAfterEachOfItsServers() throws IOException {
        try (var cloud = scenario("ready.yaml")) {
            cloud.run("plan");
            List<Boolean> order = cloud.questions().stream()
                    .filter(asked -> asked.name().equals(TOKEN) && asked.type().equals("TXT"))
                    .map(EvidencePlanTest::isResolver)
                    .toList();
            assertThat(order).containsExactly(false, false, true, true, true);
        }
    }

    @Test
    void whatResolversHoldIsWaitedForAsLongAsSaid() throws IOException {
        try (var cloud = scenario("negative-cached.yaml")) {
            assertThat(cloud.run("plan", "--out", "a.plan").out())
                    .contains("      next  wait 91 s, then ask Cloudflare to retry (zone shop.example, ?retry=true)\n");
            Run apply = cloud.run("apply", "a.plan");
            assertThat(apply.code()).as(apply.out()).isZero();
            assertThat(apply.err().lines().map(line -> line.substring(0, 16))).contains("12:01:31  asking");
            assertThat(cloud.triggers()).hasSize(1);
        }
    }

    @Test
    void aDeadlineBeforeTheEndOfTheWaitAsksNothing() throws IOException {
        try (var cloud = scenario("negative-cached.yaml")) {
            Run apply = cloud.run("apply", "--auto-approve", "--wait", "60s");
            assertThat(apply.code()).isEqualTo(3);
            assertThat(cloud.triggers()).isEmpty();
            assertThat(cloud.time.held().stream().reduce(Duration.ZERO, Duration::plus))
                    .isLessThanOrEqualTo(Duration.ofSeconds(60));
        }
    }

    @ParameterizedTest(name = "{0} {1}, met: {2}")
    @CsvSource({
        "plan --evidence unmet, true,  false",
        "plan --evidence none,  true,  false",
        "plan --evidence all,   true,  true",
        "plan --evidence none,  false, false",
        "plan,                  true,  false",
        "apply --auto-approve,  true,  false",
        "records,               true,  false",
        "explain *,             true,  true",
        "explain * --evidence unmet, true, false"
    })
    void whatIsMetCostsNoQuestion(String words, boolean met, boolean asks) throws IOException {
        String ready = Files.readString(SCENARIOS.resolve("ready.yaml"));
        String world = met
                ? ready.replace("certificate_status: pending_validation", "certificate_status: active")
                        .replace("verification_status: false", "verification_status: true")
                : ready;
        assertThat(world.equals(ready)).isEqualTo(!met);
        try (var cloud = Rehearsal.of(folder, world).looking().manifest(SHOP)) {
            Run run = cloud.run(words.split(" "));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(cloud.questions().isEmpty()).isEqualTo(!asks);
            assertThat(cloud.visits()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "txt-missing,      5 record,      add the TXT record _acme-challenge.shop.example",
        "caa-forbids,      4 CAA,         issue \"letsencrypt.org\"",
        "dnssec-bogus,     3 DNSSEC,      make the DS record of shop.example",
        "lame-ns,          2 name servers, repair ns2.shop.example and ns3.shop.example",
        "token-not-served, 7 file,        serve the file /.well-known/pki-validation/proof.txt"
    })
    void explainLooksForItselfAndMarksTheFirstBrokenLink(String file, String link, String what) throws IOException {
        try (var cloud = scenario(file + ".yaml")) {
            Run explain = cloud.run("explain", "cloudflare_ssl_verification.shop", "--evidence-out", "seen.json");
            assertThat(explain.code()).as(explain.err()).isZero();
            assertThat(explain.out().lines().filter(line -> line.stripLeading().startsWith("> ")))
                    .singleElement()
                    .asString()
                    .matches(" +> " + link + " .*");
            assertThat(explain.out().replaceAll("\\s+", " ")).contains(what);
            assertThat(cloud.questions()).extracting(EvidencePlanTest::meaning).doesNotHaveDuplicates();
            assertThat(cloud.run("explain", "*", "--evidence-in", "seen.json")).isEqualTo(explain);
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void recordsLookForThemselvesAndMarkWhatIsThere() throws IOException, InterruptedException {
        try (var cloud = scenario("txt-missing.yaml")) {
            String missing =
                    cloud.run("records", "--format", "bind", "--missing").out();
            assertThat(missing).contains("Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3");
            assertThat(cloud.run("records").out()).contains("Zone shop.example", "Records: 1 missing.");
            cloud.publish();
            cloud.time.advance(Duration.ofMinutes(10));
            assertThat(cloud.run("records").out()).contains("Records: 1 published.");
            assertThat(cloud.run("records", "--format", "bind", "--missing").out())
                    .doesNotContain("Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void whatBecameBlockedSinceThePlanIsStale() throws IOException, InterruptedException {
        String world = Files.readString(SCENARIOS.resolve("ready.yaml"))
                + "      changes:\n        - {after_call: POST /sandbox/publish, remove: _acme-challenge TXT}\n";
        try (var cloud = Rehearsal.of(folder, world).looking().manifest(SHOP)) {
            assertThat(cloud.run("plan", "--out", "a.plan").out()).contains("Plan: 1 to retry.");
            cloud.publish();
            cloud.time.advance(Duration.ofMinutes(10));
            Run apply = cloud.run("apply", "a.plan");
            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.out())
                    .contains("stale\n      Another action would be planned now, so nothing was asked: None of the name"
                            + " servers has a TXT record _acme-challenge.shop.example");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    private Rehearsal scenario(String file) throws IOException {
        return Rehearsal.of(folder, Scenario.read(SCENARIOS.resolve(file)))
                .looking()
                .manifest(SHOP);
    }

    private JsonNode change() throws IOException {
        return JSON.readTree(folder.resolve("a.plan").toFile()).at("/changes/0");
    }

    private static List<Asked> ofResolvers(Rehearsal cloud) {
        return cloud.questions().stream()
                .filter(asked -> asked.name().equals(TOKEN) && isResolver(asked))
                .toList();
    }

    private static boolean isResolver(Asked asked) {
        return asked.server().startsWith("127.0.0.5") && asked.server().length() > "127.0.0.5".length();
    }

    /** What makes two questions the same one. */
    private static String meaning(Asked asked) {
        return String.join(
                " ",
                asked.server(),
                asked.name(),
                asked.type(),
                asked.tcp() ? "TCP" : "UDP",
                asked.unchecked() ? "CD" : "");
    }
}
