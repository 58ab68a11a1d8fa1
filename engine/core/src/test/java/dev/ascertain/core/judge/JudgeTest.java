package dev.ascertain.core.judge;

import static dev.ascertain.core.Sample.NOW;
import static dev.ascertain.core.Sample.declaration;
import static dev.ascertain.core.Sample.live;
import static dev.ascertain.core.Sample.observation;
import static dev.ascertain.core.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {
    private static final Instant SOON = NOW.plus(Duration.ofHours(2));
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(2));

    static Stream<Arguments> rows() {
        LiveVerification pending = live("a.example.com", Status.NEEDS_PROOF, "pending");
        return Stream.of(
                row("as expected", live("a", Status.VERIFIED, "active"), "-", "met", "as-expected", Action.NONE),
                row("needs proof", pending, "F11", "ready", "needs-proof", Action.RETRY),
                row(
                        "to be changed by somebody",
                        with(pending, new Obstacle.ToChange("It is gone.", "put it back")),
                        "F18",
                        "blocked",
                        "must-be-changed",
                        Action.MANUAL),
                row(
                        "the first cause that is of the difference, whatever the state",
                        with(
                                live("a", Status.VERIFIED, "other"),
                                List.of(
                                        new Obstacle.ToChange(Set.of("signature"), "It is signed.", "sign it anew"),
                                        new Obstacle.ToChange(Set.of("hostname", "state"), "It is so.", "change it"),
                                        new Obstacle.ToChange("It is gone.", "put it back"))),
                        "F18",
                        "blocked",
                        "must-be-changed",
                        Action.MANUAL),
                row(
                        "no cause is of the difference",
                        with(
                                live("a", Status.VERIFIED, "other"),
                                new Obstacle.ToChange(Set.of("signature"), "It is signed.", "sign it anew")),
                        "F14",
                        "blocked",
                        "not-as-expected",
                        Action.MANUAL),
                row("gave up", live("a", Status.GAVE_UP, "timed_out"), "B6", "ready", "gave-up", Action.RETRY),
                row("working", live("a", Status.IN_PROGRESS, "x"), "F7", "converging", "in-progress", Action.WAIT),
                row(
                        "working for 23 h",
                        live("a", Status.IN_PROGRESS, "x", created(Duration.ofHours(23))),
                        "F7",
                        "converging",
                        "in-progress",
                        Action.WAIT),
                row(
                        "working for 25 h",
                        live("a", Status.IN_PROGRESS, "x", created(Duration.ofHours(25))),
                        "F8",
                        "held",
                        "stuck",
                        Action.MANUAL),
                row("expired", live("a", Status.EXPIRED, "expired"), "B7", "dead", "expired", Action.MANUAL),
                row("ended", live("a", Status.ENDED, "deleted"), "B14", "dead", "ended", Action.MANUAL),
                row("reserve", live("a", Status.STAND_BY, "spare"), "F12", "converging", "stand-by", Action.WAIT),
                row(
                        "a word nobody knows",
                        live("a", Status.UNKNOWN, "frobbed"),
                        "F15",
                        "converging",
                        "unknown-status",
                        Action.WAIT),
                row(
                        "verified, yet not as expected",
                        live("a", Status.VERIFIED, "other"),
                        "F14",
                        "blocked",
                        "not-as-expected",
                        Action.MANUAL),
                row(
                        "brand review",
                        with(pending, new Obstacle.BrandReview("uuid-1")),
                        "B3",
                        "held",
                        "brand-review",
                        Action.MANUAL),
                row(
                        "the authority will not",
                        with(pending, new Obstacle.CaPolicy("high risk")),
                        "B4",
                        "held",
                        "ca-policy",
                        Action.MANUAL),
                row(
                        "rate limited, until when is not said",
                        with(pending, new Obstacle.CaRateLimit("too many", null)),
                        "B5",
                        "held",
                        "ca-rate-limit",
                        Action.MANUAL),
                row(
                        "rate limited until soon",
                        with(pending, new Obstacle.CaRateLimit("too many", SOON)),
                        "B5",
                        "held",
                        "ca-rate-limit",
                        Action.WAIT),
                row(
                        "rate limited until earlier",
                        with(pending, new Obstacle.CaRateLimit("too many", EARLIER)),
                        "F11",
                        "ready",
                        "needs-proof",
                        Action.RETRY),
                row("moved", with(pending, new Obstacle.Moved("Gone.")), "B8", "blocked", "moved", Action.MANUAL),
                row(
                        "blocked by the provider",
                        with(pending, new Obstacle.ProviderBlock("abuse")),
                        "B9",
                        "held",
                        "provider-block",
                        Action.MANUAL),
                row(
                        "deleted soon",
                        with(pending, new Obstacle.DeletionImminent(SOON)),
                        "B10",
                        "blocked",
                        "deletion-imminent",
                        Action.MANUAL),
                row(
                        "zone not active",
                        with(pending, new Obstacle.NotActive("The zone is pending.")),
                        "B12",
                        "blocked",
                        "not-active",
                        Action.MANUAL),
                row(
                        "token ran out, as the provider says",
                        live("a", Status.NEEDS_PROOF, "pending", tokenUntil(EARLIER, false)),
                        "B11",
                        "blocked",
                        "token-rotated",
                        Action.MANUAL),
                row(
                        "token ran out by an estimate only",
                        live("a", Status.NEEDS_PROOF, "pending", tokenUntil(EARLIER, true)),
                        "F11",
                        "ready",
                        "needs-proof",
                        Action.RETRY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void judges(String name, LiveVerification live, String rule, String verdict, String code, Action action) {
        Judgement judgement = only(declaration("shop"), observation(live));

        assertThat(judgement.headline().rule()).isEqualTo(rule);
        assertThat(judgement.headline().verdict().word()).isEqualTo(verdict);
        assertThat(judgement.headline().reason().code()).isEqualTo(code);
        assertThat(judgement.action()).isEqualTo(action);
        assertThat(judgement.wish()).isEqualTo(action == Action.RETRY ? Trigger.Kind.RECHECK : null);
    }

    @Test
    void whatIsSaidIsTheCauseOfTheDifference() {
        Finding headline = only(
                        declaration("shop"),
                        observation(with(
                                live("a", Status.NEEDS_PROOF, "pending"),
                                List.of(
                                        new Obstacle.ToChange(Set.of("signature"), "It is signed.", "sign it anew"),
                                        new Obstacle.ToChange(Set.of("state"), "It is so.", "change it")))))
                .headline();

        assertThat(headline.reason().message()).isEqualTo("It is so.");
        assertThat(headline.next()).isEqualTo("change it");
    }

    @Test
    void everyRuleHasItsRow() {
        Stream<String> inTable = rows().map(row -> (String) row.get()[2]);
        List<String> alone = List.of("B1", "B13", "F13");
        List<String> tested = Stream.concat(inTable, alone.stream()).toList();

        assertThat(Stream.concat(TerminalRules.ALL.stream(), StateRules.ALL.stream())
                        .map(Rule::id))
                .allSatisfy(rule -> assertThat(tested).contains(rule));
    }

    @Test
    void theOrderOfTheRulesIsBehaviour() {
        assertThat(Diagnosis.IN_THE_WAY.stream().map(Rule::id).dropWhile(id -> !id.equals("B14")))
                .containsExactly(
                        "B14", "B2", "F9", "F10", "C1", "C3", "C2", "C4", "C5", "C6", "D3", "D2", "D1", "D4", "D5",
                        "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12", "E13", "E14", "E15",
                        "E16", "E17", "E18", "E19", "E20", "E21", "E22", "E23");
        assertThat(TimingRules.ALL.stream().map(Rule::id))
                .containsExactly("F6", "F5", "F2", "F3", "F1", "F4", "F16", "F17");
        assertThat(TerminalRules.ALL.stream().map(Rule::id))
                .containsExactly("B3", "B4", "B5", "B8", "B9", "B10", "B11", "B12", "B13", "B7", "B14");
        assertThat(StateRules.ALL.stream().map(Rule::id))
                .containsExactly("-", "B1", "B6", "F8", "F7", "F18", "F11", "F12", "F13", "F14", "F15");
    }

    @Test
    void allThatStandsInTheWayIsListedAndNothingThatContradictsIt() {
        LiveVerification live = with(live("a", Status.GAVE_UP, "timed_out"), new Obstacle.BrandReview("uuid-1"));
        Observation inactive =
                new Observation(NOW, List.of(live), List.of(new Obstacle.NotActive("The zone is pending.")), List.of());

        assertThat(only(declaration("shop"), inactive).findings())
                .extracting(Finding::rule)
                .containsExactly("B3", "B12");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStateHasARule(Status status) {
        assertThat(only(declaration("shop"), observation(live("a", status, "whatever")))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void aRenewalIsLeftToTheProviderUntilTheEndIsNear() {
        assertThat(renewal(Duration.ofDays(30)).action()).isEqualTo(Action.WAIT);
        assertThat(renewal(Duration.ofDays(30)).headline().reason().message())
                .isEqualTo("The renewal needs proof; the certificate in service is good until 2026-12-22T12:00:00Z.");
        assertThat(renewal(Duration.ofDays(6)).action()).isEqualTo(Action.RETRY);
        assertThat(renewal(Duration.ofDays(6)).headline().rule()).isEqualTo("B1");
    }

    @Test
    void theProvidersOwnWordsAreToldWithTheReason() {
        LiveVerification silent = live("a", Status.GAVE_UP, "timed_out");
        LiveVerification told = new LiveVerification(
                "a",
                "a",
                silent.attributes(),
                Status.GAVE_UP,
                List.of(),
                List.of(),
                List.of("no TXT record was found"),
                Schedule.UNKNOWN);

        assertThat(only(declaration("shop"), observation(silent))
                        .headline()
                        .reason()
                        .message())
                .isEqualTo("Acme gave up waiting; nothing in its answer stands in the way of another check.");
        assertThat(only(declaration("shop"), observation(told))
                        .headline()
                        .reason()
                        .message())
                .isEqualTo("Acme gave up waiting; nothing in its answer stands in the way of another check."
                        + " It says: \"no TXT record was found\".");
    }

    @Test
    void anotherMethodTakesANewOrder() {
        Declaration http = declaration("shop", Map.of("method", Value.of("http")), Map.of(), Match.EVERY, Retry.AUTO);
        Judgement judgement = only(http, observation(live("a", Status.VERIFIED, "active")));

        assertThat(judgement.headline().rule()).isEqualTo("B13");
        assertThat(judgement.wish()).isEqualTo(Trigger.Kind.NEW_ORDER);
        assertThat(judgement.differences()).extracting(Difference::attribute).containsExactly("method");
    }

    @Test
    void whatIsVerifiedButNotReportedIsNotInvented() {
        LiveVerification silent = new LiveVerification(
                "a", "a", Map.of(), Status.VERIFIED, List.of(), List.of(), List.of(), Schedule.UNKNOWN);
        Judgement judgement = only(declaration("shop"), observation(silent));

        assertThat(judgement.headline().reason().code()).isEqualTo("not-reported");
        assertThat(judgement.differences().getFirst().actual()).isNull();
    }

    @Test
    void retryNeverWaitsWhereTheProviderStillLooksAndElseNeedsAPerson() {
        Declaration never = declaration("shop", Map.of(), Map.of(), Match.EVERY, Retry.NEVER);

        assertThat(only(never, observation(live("a", Status.NEEDS_PROOF, "pending")))
                        .action())
                .isEqualTo(Action.WAIT);
        assertThat(only(never, observation(live("a", Status.GAVE_UP, "timed_out")))
                        .action())
                .isEqualTo(Action.MANUAL);
    }

    @Test
    void anyIsEnoughWhereOneIs() {
        Declaration any = declaration("shop", Map.of(), Map.of(), Match.ANY, Retry.AUTO);
        Observation one = observation(live("a", Status.GAVE_UP, "timed_out"), live("b", Status.VERIFIED, "active"));
        Observation none =
                observation(live("a", Status.GAVE_UP, "timed_out"), live("b", Status.NEEDS_PROOF, "pending"));

        assertThat(Judge.judge("Acme", any, Sight.of(one, NOW)))
                .extracting(Judgement::action)
                .containsExactly(Action.NONE);
        assertThat(Judge.judge("Acme", any, Sight.of(none, NOW)))
                .extracting(Judgement::action)
                .containsExactly(Action.RETRY, Action.RETRY);
    }

    @Test
    void oneInReserveBesideOneInServiceIsNotMeant() {
        Observation both = observation(live("a", Status.VERIFIED, "active"), live("b", Status.STAND_BY, "backup"));

        assertThat(Judge.judge("Acme", declaration("shop"), Sight.of(both, NOW)))
                .extracting(Judgement::action)
                .containsExactly(Action.NONE);
    }

    @Test
    void nothingThereIsADifferenceAndNoFailure() {
        Judgement empty = only(declaration("shop"), observation());
        Declaration selecting = declaration(
                "shop",
                Map.of(),
                Map.of("hostname", new Matcher.Equals(Value.of("x.example.com"))),
                Match.EVERY,
                Retry.AUTO);
        Judgement unselected = only(selecting, observation(live("a.example.com", Status.VERIFIED, "active")));

        assertThat(empty.headline().reason())
                .isEqualTo(new Reason("not-provisioned", "Acme has no verification here: nothing was ordered yet."));
        assertThat(empty.action()).isEqualTo(Action.MANUAL);
        assertThat(unselected.headline().reason().message())
                .isEqualTo("Acme has no verification that the manifest selects. It has: a.example.com.");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ProviderException.Kind.UNAUTHORIZED, "unobservable", "auth", Action.ERROR),
                Arguments.of(ProviderException.Kind.FORBIDDEN, "unobservable", "auth", Action.ERROR),
                Arguments.of(ProviderException.Kind.NOT_FOUND, "absent", "not-provisioned", Action.MANUAL),
                Arguments.of(ProviderException.Kind.REJECTED, "unobservable", "rejected", Action.ERROR),
                Arguments.of(ProviderException.Kind.THROTTLED, "unobservable", "api-throttled", Action.ERROR),
                Arguments.of(ProviderException.Kind.UNAVAILABLE, "unobservable", "provider-unavailable", Action.ERROR),
                Arguments.of(
                        ProviderException.Kind.MALFORMED_RESPONSE,
                        "unobservable",
                        "provider-unavailable",
                        Action.ERROR),
                Arguments.of(ProviderException.Kind.NOT_ASKED, "unobservable", "not-asked", Action.ERROR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatCouldNotBeReadIsNeverDrift(ProviderException.Kind kind, String verdict, String code, Action action) {
        Judgement judgement =
                Judge.unread(ProviderException.of(kind, "Acme said so.").build());

        assertThat(judgement.headline().verdict().word()).isEqualTo(verdict);
        assertThat(judgement.headline().reason()).isEqualTo(new Reason(code, "Acme said so."));
        assertThat(judgement.action()).isEqualTo(action);
    }

    private static Judgement renewal(Duration left) {
        Schedule inService = new Schedule(null, null, null, null, NOW.plus(left), false);
        Observation both =
                observation(live("a", Status.VERIFIED, "active", inService), live("a", Status.NEEDS_PROOF, "pending"));
        return Judge.judge("Acme", declaration("shop"), Sight.of(both, NOW)).getLast();
    }

    private static Judgement only(Declaration declaration, Observation observation) {
        List<Judgement> judgements = Judge.judge("Acme", declaration, Sight.of(observation, NOW));
        assertThat(judgements).hasSize(1);
        return judgements.getFirst();
    }

    private static Schedule created(Duration ago) {
        return new Schedule(NOW.minus(ago), null, null, null, null, false);
    }

    private static Schedule tokenUntil(@Nullable Instant end, boolean estimated) {
        return new Schedule(null, null, null, end, null, estimated);
    }

    private static Arguments row(
            String name, LiveVerification live, String rule, String verdict, String code, Action action) {
        return Arguments.of(name, live, rule, verdict, code, action);
    }
}
