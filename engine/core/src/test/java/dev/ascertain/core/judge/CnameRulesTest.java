package dev.ascertain.core.judge;

import static dev.ascertain.core.judge.Scene.FIRST;
import static dev.ascertain.core.judge.Scene.OTHER;
import static dev.ascertain.core.judge.Scene.SECOND;
import static dev.ascertain.core.judge.Scene.alias;
import static dev.ascertain.core.judge.Scene.fails;
import static dev.ascertain.core.judge.Scene.holds;
import static dev.ascertain.core.judge.Scene.intercepted;
import static dev.ascertain.core.judge.Scene.none;
import static dev.ascertain.core.judge.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CnameRulesTest {
    private static final String NAME = "www.shop.example";
    private static final String TARGET = "shop.other.example";
    private static final String TOKEN = "_acme-challenge.shop.example";
    private static final String DELEGATED = "shop.example.7f3c9a1b.dcv.cloudflare.com";

    private static Scene said(Answer... answers) {
        return new Scene().cname(NAME, TARGET).answer(NAME, "CNAME", answers);
    }

    /** A TXT value is wanted, and its name is an alias. */
    private static Scene led(String target) {
        return new Scene()
                .txt(TOKEN, "token-one")
                .answer(TOKEN, "TXT", alias(FIRST, TOKEN, target), alias(SECOND, TOKEN, target));
    }

    private static Scene addressed(String... addresses) {
        return said(none(FIRST)).answer(NAME, "A", holds(FIRST, NAME, "A", addresses));
    }

    static Stream<Arguments> scenes() {
        return Stream.of(
                row("nobody was asked", new Scene().cname(NAME, TARGET)),
                row(
                        "right, in capitals and with a final dot",
                        new Scene()
                                .cname(NAME, "Shop.Other.Example.")
                                .answer(NAME, "CNAME", alias(FIRST, NAME, TARGET))),
                row("intercepted", said(intercepted(none(FIRST)))),
                row("absent at one, the other is silent", said(none(FIRST), fails(SECOND, Outcome.SILENT)), "E13"),
                row("right at one of two", said(alias(FIRST, NAME, TARGET), none(SECOND)), "E2"),
                row("elsewhere", said(alias(FIRST, NAME, "old.other.example")), "E13"),
                row(
                        "right by way of another name",
                        said(alias(FIRST, NAME, "hop.other.example"))
                                .answer("hop.other.example", "CNAME", alias(OTHER, "hop.other.example", TARGET))),
                row(
                        "a circle",
                        said(alias(FIRST, NAME, "hop.other.example"))
                                .answer("hop.other.example", "CNAME", alias(OTHER, "hop.other.example", NAME)),
                        "E15"),
                row("to itself", said(alias(FIRST, NAME, NAME)), "E15"),
                row(
                        "the target does not exist",
                        said(alias(FIRST, NAME, TARGET))
                                .resolved(TARGET, "A", none(FIRST), none(SECOND), fails(OTHER, Outcome.SILENT)),
                        "E15"),
                row(
                        "one resolver alone says that the target does not exist",
                        said(alias(FIRST, NAME, TARGET))
                                .resolved(
                                        TARGET,
                                        "A",
                                        none(FIRST),
                                        fails(SECOND, Outcome.SILENT),
                                        fails(OTHER, Outcome.SILENT))),
                row(
                        "a proof whose target never exists",
                        new Scene()
                                .cname("_0f3a.shop.example", "8b1c.authority.example")
                                .answer(
                                        "_0f3a.shop.example",
                                        "CNAME",
                                        alias(FIRST, "_0f3a.shop.example", "8b1c.authority.example"))
                                .answer("8b1c.authority.example", "A", none(OTHER))),
                row(
                        "addresses that are not the target's",
                        addressed("192.0.2.80").answer(TARGET, "A", holds(OTHER, TARGET, "A", "192.0.2.81")),
                        "E14"),
                row(
                        "one address in common with the target",
                        addressed("192.0.2.80", "192.0.2.81")
                                .answer(TARGET, "A", holds(OTHER, TARGET, "A", "192.0.2.81", "192.0.2.82"))),
                row(
                        "addresses, the target's by the resolvers only",
                        addressed("192.0.2.80").resolved(TARGET, "A", holds(OTHER, TARGET, "A", "192.0.2.80"))),
                row("addresses, the target's not seen", addressed("192.0.2.80")),
                row(
                        "delegated with the token in place",
                        led(DELEGATED).answer(DELEGATED, "TXT", texts(OTHER, DELEGATED, "token-one"))),
                row(
                        "delegated, an old token in place",
                        led(DELEGATED).answer(DELEGATED, "TXT", texts(OTHER, DELEGATED, "old")),
                        "E12"),
                row(
                        "delegated, nobody heard there",
                        led(DELEGATED).answer(DELEGATED, "TXT", fails(OTHER, Outcome.SILENT))),
                row("delegated for another host", led("other.example.7f3c9a1b.dcv.cloudflare.com"), "E10"),
                row("delegated without the identifier", led("shop.example.dcv.cloudflare.com"), "E10"),
                row("delegated with the zone appended", led(DELEGATED + ".shop.example"), "E10"),
                row("a target that only looks like it", led("notdcv.cloudflare.com.evil.example")),
                row(
                        "delegation wanted, a TXT record instead",
                        new Scene()
                                .cname(TOKEN, DELEGATED)
                                .answer(TOKEN, "CNAME", none(FIRST))
                                .answer(TOKEN, "TXT", texts(FIRST, TOKEN, "old")),
                        "E11"),
                row(
                        "delegation wanted, another target",
                        new Scene()
                                .cname(TOKEN, DELEGATED)
                                .answer(TOKEN, "CNAME", alias(FIRST, TOKEN, "shop.example.0000.dcv.cloudflare.com")),
                        "E10"));
    }

    private static Arguments row(String name, Scene scene, String... rules) {
        return Arguments.of(name, scene, List.of(rules));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void eachRecordIsInOneState(String name, Scene scene, List<String> rules) {
        assertThat(scene.rules()).isEqualTo(rules);
    }

    @Test
    void aProviderHasADayToPlaceTheToken() {
        Scene scene = led(DELEGATED).answer(DELEGATED, "TXT", none(OTHER));

        assertThat(only(scene).verdict()).isEqualTo(Verdict.CONVERGING);
        assertThat(only(scene).owner()).isEqualTo(Party.PROVIDER);

        Finding late = only(scene.age(Duration.ofHours(25)));
        assertThat(late.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(late.owner()).isEqualTo(Party.YOU);
        assertThat(late.reason().message())
                .isEqualTo(TOKEN + " leads to " + DELEGATED
                        + ", where Cloudflare publishes the proof itself and has not for more than a day.");
        assertThat(late.next())
                .isEqualTo("compare the target of the CNAME record " + TOKEN
                        + " with the one that Cloudflare shows for the zone");
    }

    @Test
    void whereItLeadsInsteadIsTold() {
        Finding finding = only(said(alias(FIRST, NAME, "old.other.example")));

        assertThat(finding.reason().message())
                .isEqualTo("www.shop.example leads to old.other.example, not to shop.other.example.");
        assertThat(finding.next())
                .isEqualTo(
                        "change the target of the CNAME record www.shop.example to shop.other.example at the DNS host"
                                + " of shop.example");
    }

    @Test
    void aZonesOwnNameCannotHaveOne() {
        Finding missing = only(new Scene().cname("shop.example", TARGET).answer("shop.example", "CNAME", none(FIRST)));
        Finding flattened = only(new Scene()
                .cname("shop.example", TARGET)
                .answer("shop.example", "CNAME", none(FIRST))
                .answer("shop.example", "A", holds(FIRST, "shop.example", "A", "192.0.2.80"))
                .answer(TARGET, "A", holds(OTHER, TARGET, "A", "192.0.2.81")));

        assertThat(missing.next())
                .isEqualTo("add the CNAME record shop.example shop.other.example at the DNS host of shop.example (at a"
                        + " zone's own name: as what it calls ALIAS, ANAME or flattening)");
        assertThat(flattened.next())
                .isEqualTo(
                        "let it have the addresses of shop.other.example (ALIAS, ANAME or flattening to it, no proxy)"
                                + " at the DNS host of shop.example");
    }

    @Test
    void whoeverCreatesATargetThatDoesNotExistTakesOver() {
        Finding finding = only(said(alias(FIRST, NAME, TARGET)).answer(TARGET, "A", none(OTHER)));

        assertThat(finding.reason().message())
                .isEqualTo(
                        "www.shop.example leads to shop.other.example, which does not exist; whoever creates that name"
                                + " takes over www.shop.example.");
        assertThat(finding.next())
                .isEqualTo("remove the CNAME record www.shop.example, or ask Cloudflare why its target does not exist");
    }

    @Test
    void aCircleIsShown() {
        Finding finding = only(said(alias(FIRST, NAME, "hop.other.example"))
                .answer("hop.other.example", "CNAME", alias(OTHER, "hop.other.example", NAME)));

        assertThat(finding.reason().message())
                .isEqualTo("www.shop.example leads in a circle: www.shop.example → hop.other.example →"
                        + " www.shop.example.");
    }

    private static Finding only(Scene scene) {
        List<Finding> findings = scene.findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
