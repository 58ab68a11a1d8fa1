package dev.ascertain.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Standing;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Screen PIPE = new Screen(80, Integer.MAX_VALUE, true, false, UTC);
    private static final Screen TERMINAL = new Screen(80, 80, true, true, UTC);
    private static final Screen NARROW = new Screen(50, 50, true, false, UTC);
    private static final Screen WIDE = new Screen(80, 160, true, false, UTC);
    private static final Screen ASCII = new Screen(80, 80, false, false, UTC);

    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of("pipe", PIPE),
                Arguments.of("terminal", TERMINAL),
                Arguments.of("narrow", NARROW),
                Arguments.of("wide", WIDE),
                Arguments.of("ascii", ASCII));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aPlan(String name, Screen screen) {
        Golden.check(
                "plan-" + name + ".txt", plan(screen, false, World.everything().plan()));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void anApply(String name, Screen screen) {
        var text = new StringBuilder();
        new ApplyText(screen, TextTest::title, false).write(World.applied(), World.NOON, text::append);
        Golden.check("apply-" + name + ".txt", text.toString());
    }

    @Test
    void whatTheManifestCallsAWarningIsOneInAnApplyToo() {
        Change light = World.light(World.manual());
        var outcome = new Outcome(light, Outcome.Result.NEEDS_PERSON, "Not yet.", null, 0, null);
        var text = new StringBuilder();
        new ApplyText(PIPE, TextTest::title, false)
                .write(
                        new ApplyResult(World.plan(light), List.of(outcome), List.of(), false),
                        World.NOON,
                        text::append);
        assertThat(text.toString().lines().findFirst())
                .hasValue("  ! huaweicloud_live_domain_verification.push  needs you (edge-team), only a warning");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aPlanBesideAnEarlierRun(String name, Screen screen) {
        Plan plan = World.plan(World.retry(), World.waiting(), World.manual(), World.met(), World.unreadable());
        var earlier = new LinkedHashMap<String, Standing>();
        earlier.put(World.retry().key(), Standing.MET);
        earlier.put(World.waiting().key(), Standing.UNMET);
        earlier.put(World.met().key(), Standing.UNMET);
        earlier.put(World.unreadable().key(), Standing.MET);
        IntStream.range(0, 3).forEach(number -> earlier.put("gone." + number, Standing.UNMET));
        var comparison = Comparison.of(plan, "reports/of the last\u202e night.json", earlier);
        var text = new StringBuilder();
        new PlanText(screen, TextTest::title, false).write(plan, comparison, World.NOON, text::append);
        Golden.check("plan-compared-" + name + ".txt", text.toString());
    }

    @Test
    void ofManyThatWereLostTwentyAreNamed() {
        Change[] many = IntStream.range(0, 23)
                .mapToObj(number -> World.notAsked("n" + number, "cloudflare"))
                .toArray(Change[]::new);
        Plan plan = World.plan(many);
        var now = new LinkedHashMap<String, Standing>();
        var earlier = new LinkedHashMap<String, Standing>();
        for (Change change : many) {
            now.put(change.key(), Standing.UNMET);
            earlier.put(change.key(), Standing.MET);
        }
        var text = new StringBuilder();
        new PlanText(PIPE, TextTest::title, false)
                .write(plan, Comparison.of(now, "last.json", earlier), World.NOON, text::append);
        assertThat(text.toString())
                .contains(
                        "Compared with last.json: 23 were met and are lost.\n      lost  cloudflare_ssl_verification.n0\n")
                .contains("            cloudflare_ssl_verification.n19\n            and 3 more\n");
    }

    @Test
    void aVerbosePlanListsWhatIsAsExpected() {
        Golden.check("plan-verbose.txt", plan(PIPE, true, World.everything().plan()));
    }

    @Test
    void whatIsOnlyAWarningIsSaidToBeOne() {
        Golden.check("plan-warning.txt", plan(PIPE, false, World.plan(World.light(World.retry()))));
    }

    @Test
    void whatEvidenceShowsIsSaidAndWhoseMoveItIs() {
        Golden.check("plan-evidence.txt", plan(PIPE, false, Evident.plan()));
        Golden.check("plan-evidence-verbose.txt", plan(PIPE, true, Evident.plan()));
        assertThat(PlanText.next(Evident.plan(), "ascertain apply", ""))
                .containsExactly("Run \"ascertain apply\" to ask for 3 checks.");
    }

    @Test
    void whatWasNotAskedForOneCauseIsToldOnceForAnAccountAndTheRestIsCounted() {
        Plan plan = World.plan(
                World.unreadable(),
                World.notAsked("one", "cloudflare"),
                World.notAsked("two", "cloudflare"),
                World.notAsked("three", "cloudflare"),
                World.notAsked("alone", "cloudflare_eu"));
        Golden.check("plan-not-asked.txt", plan(PIPE, false, plan));
        assertThat(plan(PIPE, true, plan))
                .contains("ssl_verification.two", "ssl_verification.three")
                .doesNotContain("more of");
    }

    @Test
    void noLineLeavesANarrowWindowButWhatIsToBeCopied() {
        String text = plan(NARROW, false, World.everything().plan());
        assertThat(text.lines()
                        .filter(line -> !line.contains("publish"))
                        .filter(line -> !line.contains("_verification.")))
                .allMatch(line -> line.length() <= 50);
    }

    @Test
    void hostileTextIsHarmless() {
        String text = plan(PIPE, false, World.plan(World.hostile()));
        assertThat(text.codePoints().filter(one -> one != '\n'))
                .as("no control characters but line ends, no bidi overrides")
                .noneMatch(one -> Character.isISOControl(one) || one == 0x202e);
        assertThat(text.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
        assertThat(text).doesNotContain("x\"  expected \"x\"");
        Golden.check("plan-hostile.txt", text);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of("Plan: no verifications.\n", World.plan()),
                Arguments.of("Plan: 1 as expected.\n", World.plan(World.met())),
                Arguments.of("Plan: 2 need you.\n", World.plan(World.manual(), World.manual())));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void theLastLineSumsUp(String sentence, Plan plan) {
        assertThat(plan(PIPE, false, plan)).endsWith(sentence);
    }

    @Test
    void whatToDoNext() {
        assertThat(PlanText.next(World.plan(World.retry()), "ascertain apply plan.json", ""))
                .isEqualTo(List.of("Run \"ascertain apply plan.json\" to ask for 1 check."));
        assertThat(PlanText.next(World.plan(World.waiting(), World.waiting()), "ascertain apply", ""))
                .isEqualTo(List.of("Run \"ascertain apply\" to wait for 2 verifications."));
        assertThat(PlanText.next(World.plan(World.met(), World.manual()), "ascertain apply", ""))
                .isEmpty();
    }

    private static String plan(Screen screen, boolean verbose, Plan plan) {
        var text = new StringBuilder();
        new PlanText(screen, TextTest::title, verbose).write(plan, World.NOON, text::append);
        return text.toString();
    }

    private static String title(String type) {
        return Arrays.asList(type.split("_")).getFirst().equals("cloudflare") ? "Cloudflare" : "Huawei Cloud Live";
    }
}
