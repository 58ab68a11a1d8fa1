package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Trigger.Kind;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerDecision.Ask;
import dev.ascertain.spi.TriggerDecision.Impossible;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerChoiceTest {
    private static final ZoneTarget ZONE = new ZoneTarget("example.com", false);
    private static final Ask BY_ZONE =
            new Ask(new Trigger(Kind.RECHECK, "Cloudflare to retry (zone example.com, ?retry=true)", "zone"));
    private static final Ask PACK_1 = recheck("u1", "txt");
    private static final Ask PACK_2 = recheck("u2", "http");

    private static final String A = "{'hostname': 'a.com', 'cert_pack_uuid': 'u1', 'validation_method': 'txt',"
            + " 'certificate_status': 'timing_out'}";
    private static final String B = "{'hostname': 'b.com', 'cert_pack_uuid': 'u2', 'validation_method': 'http',"
            + " 'certificate_status': 'pending_validation'}";
    private static final String A_SISTER = A.replace("a.com", "sister.com");
    private static final String MET = "{'hostname': 'met.com', 'cert_pack_uuid': 'u3', 'certificate_status': 'active'}";
    private static final String BACKUP = MET.replace("met", "backup").replace("active", "backup_issued");
    private static final String REVIEWED =
            MET.replace("met", "reviewed").replace("'active'", "'active', 'brand_check': true");
    private static final String WORKING = MET.replace("met", "working").replace("active", "issuing");

    static Stream<Arguments> rechecks() {
        return Stream.of(
                row("all that is open is wished", List.of(A, B), List.of("a.com", "b.com"), BY_ZONE, BY_ZONE),
                row("what is met is not concerned", List.of(A, MET), List.of("a.com"), BY_ZONE),
                row("nor what is held in reserve", List.of(A, BACKUP), List.of("a.com"), BY_ZONE),
                row("another open one is left alone", List.of(A, B), List.of("a.com"), PACK_1),
                row("one under review is left alone", List.of(A, REVIEWED), List.of("a.com"), PACK_1),
                row("one in progress is left alone", List.of(A, WORKING), List.of("a.com"), PACK_1),
                row("each pack for itself", List.of(A, B, WORKING), List.of("a.com", "b.com"), PACK_1, PACK_2),
                row(
                        "one call serves the names of a pack",
                        List.of(A, A_SISTER, WORKING),
                        List.of("a.com", "sister.com"),
                        PACK_1,
                        PACK_1),
                row(
                        "a met name of the pack does not hinder",
                        List.of(A, A_SISTER.replace("timing_out", "active"), WORKING),
                        List.of("a.com"),
                        PACK_1),
                row(
                        "an open name of the pack does",
                        List.of(A, A_SISTER),
                        List.of("a.com"),
                        new Impossible("Pack u1 also holds sister.com, which is not to be retried now, and Cloudflare"
                                + " checks a pack only as a whole. Set trigger: zone to have all of zone example.com"
                                + " retried.")),
                row(
                        "no pack id",
                        List.of(A.replace("'u1'", "null"), B),
                        List.of("a.com"),
                        new Impossible("Cloudflare reports no cert_pack_uuid for a.com, so it cannot be asked to check"
                                + " this one alone. Set trigger: zone to have all of zone example.com retried.")),
                row(
                        "a pack id that is none",
                        List.of(A.replace("'u1'", "'../u1'"), B),
                        List.of("a.com"),
                        new Impossible("Cloudflare reports no cert_pack_uuid for a.com, so it cannot be asked to check"
                                + " this one alone. Set trigger: zone to have all of zone example.com retried.")),
                row(
                        "no method",
                        List.of(A.replace("'txt'", "null"), B),
                        List.of("a.com"),
                        new Impossible("Cloudflare reports no validation_method for pack u1, and any other than the one"
                                + " in use would order anew. Set trigger: zone to have all of zone example.com"
                                + " retried.")),
                row(
                        "two methods",
                        List.of(A, A_SISTER.replace("'txt'", "'http'"), B),
                        List.of("a.com", "sister.com"),
                        twoMethods(),
                        twoMethods()));
    }

    private static Impossible twoMethods() {
        return new Impossible(
                "Cloudflare reports more than one validation_method for pack u1, and any other than the one"
                        + " in use would order anew. Set trigger: zone to have all of zone example.com retried.");
    }

    private static Arguments row(String name, List<String> wires, List<String> wished, TriggerDecision... expected) {
        return Arguments.of(name, wires, wished, List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rechecks")
    void auto(String name, List<String> wires, List<String> wished, List<TriggerDecision> expected) {
        List<LiveVerification> live = live(wires);
        List<TriggerWish> wishes = wished.stream()
                .map(hostname -> wish(live, hostname, Kind.RECHECK, Map.of("trigger", Value.of("auto"))))
                .toList();
        assertThat(new TriggerChoice(ZONE, live, wishes).decisions()).isEqualTo(expected);
    }

    @Test
    void oneWayCanBeForced() {
        List<LiveVerification> live = live(List.of(A, B));
        TriggerWish all = wish(live, "a.com", Kind.RECHECK, Map.of("trigger", Value.of("zone")));
        TriggerWish one = wish(live, "a.com", Kind.RECHECK, Map.of("trigger", Value.of("pack")));
        TriggerWish other = wish(live, "b.com", Kind.RECHECK, Map.of("trigger", Value.of("pack")));
        TriggerWish open = wish(live, "b.com", Kind.RECHECK, Map.of());
        assertThat(new TriggerChoice(ZONE, live, List.of(all)).decisions()).containsExactly(BY_ZONE);
        assertThat(new TriggerChoice(ZONE, live, List.of(one, open)).decisions())
                .containsExactly(PACK_1, PACK_2);
        assertThat(new TriggerChoice(ZONE, live, List.of(all, other)).decisions())
                .containsExactly(BY_ZONE, BY_ZONE);
    }

    @Test
    void aNewOrderNeverComesFromARetryOfTheZone() {
        List<LiveVerification> live = live(List.of(A, B));
        TriggerWish anew = wish(live, "a.com", Kind.NEW_ORDER, order("http"));
        TriggerWish again = wish(live, "b.com", Kind.RECHECK, Map.of());
        assertThat(new TriggerChoice(ZONE, live, List.of(anew, again)).decisions())
                .containsExactly(
                        new Ask(new Trigger(
                                Kind.NEW_ORDER,
                                "Cloudflare to order pack u1 anew (validation_method http instead of txt)",
                                "pack:u1:http")),
                        PACK_2);
    }

    static Stream<Arguments> refusedOrders() {
        return Stream.of(
                Arguments.of(
                        "not allowed",
                        List.of(A),
                        Map.of("validation_method", Value.of("http")),
                        "validation_method http instead of txt orders anew: there will be other tokens, and records that"
                                + " are published now stop counting. Set allow_new_order: true to permit it."),
                Arguments.of(
                        "the same method",
                        List.of(A),
                        order("TXT"),
                        "Cloudflare orders anew only when the method changes: set validation_method to another one than"
                                + " txt, or order a pack in its dashboard."),
                Arguments.of(
                        "no method",
                        List.of(A),
                        Map.of("allow_new_order", Value.of(true)),
                        "Cloudflare orders anew only when the method changes: set validation_method to another one than"
                                + " txt, or order a pack in its dashboard."),
                Arguments.of(
                        "no pack id",
                        List.of(A.replace("'u1'", "null")),
                        order("http"),
                        "Cloudflare reports no cert_pack_uuid for a.com, and a new order must name the pack. Change the"
                                + " validation method in Cloudflare's dashboard."),
                Arguments.of(
                        "another name in the pack, even a met one",
                        List.of(A, A_SISTER.replace("timing_out", "active")),
                        order("http"),
                        "Pack u1 also holds sister.com, and a new order would replace its tokens too. Declare"
                                + " validation_method http and allow_new_order for all names of the pack."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedOrders")
    void aNewOrderIsRefused(String name, List<String> wires, Map<String, Value> declared, String why) {
        List<LiveVerification> live = live(wires);
        TriggerWish wish = wish(live, "a.com", Kind.NEW_ORDER, declared);
        assertThat(new TriggerChoice(ZONE, live, List.of(wish)).decisions()).containsExactly(new Impossible(why));
    }

    @Test
    void namesOfAPackAreOrderedAnewTogether() {
        List<LiveVerification> live = live(List.of(A, A_SISTER));
        List<TriggerWish> wishes = Stream.of("a.com", "sister.com")
                .map(hostname -> wish(live, hostname, Kind.NEW_ORDER, order("http")))
                .toList();
        assertThat(new TriggerChoice(ZONE, live, wishes).decisions())
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision).isInstanceOf(Ask.class))
                .containsOnly(new Ask(new Trigger(
                        Kind.NEW_ORDER,
                        "Cloudflare to order pack u1 anew (validation_method http instead of txt)",
                        "pack:u1:http")));
    }

    private static Map<String, Value> order(String method) {
        return Map.of("validation_method", Value.of(method), "allow_new_order", Value.of(true));
    }

    private static Ask recheck(String pack, String method) {
        return new Ask(new Trigger(
                Kind.RECHECK,
                "Cloudflare to check pack " + pack + " again (validation_method " + method + " as before)",
                "pack:" + pack + ":" + method));
    }

    private static List<LiveVerification> live(List<String> wires) {
        return new LiveReading(Map.of(), Instant.EPOCH)
                .of(wires.stream().map(Wires::verification).toList());
    }

    private static TriggerWish wish(
            List<LiveVerification> live, String hostname, Kind kind, Map<String, Value> declared) {
        Map<String, Value> attributes = new HashMap<>(declared);
        attributes.put("zone", Value.of("example.com"));
        return new TriggerWish(
                new Declared("cloudflare_ssl_verification.x", "cloudflare_ssl_verification", attributes),
                live.stream()
                        .filter(one -> one.label().equals(hostname))
                        .findFirst()
                        .orElseThrow(),
                kind);
    }
}
