package dev.ascertain.providers.huaweicloud.live;

import static dev.ascertain.providers.huaweicloud.live.Declarations.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Trigger.Kind;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.testkit.FakeTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** By which call a check is asked for: said without any call. */
class DecisionsTest {
    private final FakeTime time = FakeTime.at("2026-11-22T10:00:00Z");

    static Stream<Arguments> wishes() {
        var dns = ask("Huawei Cloud Live to check push.example.com (POST, DNS)", "DNS");
        var file = ask("Huawei Cloud Live to check push.example.com (POST, FILE)", "FILE");
        var look = new TriggerDecision.OnlyLook(
                "The manifest says trigger: none, so Huawei Cloud Live is not asked to check push.example.com.");
        var impossible =
                new TriggerDecision.Impossible("Huawei Cloud Live takes no orders: it only checks what is published.");
        return Stream.of(
                argumentSet("by default", Kind.RECHECK, List.of(declared()), List.of(dns)),
                argumentSet("twice: one call", Kind.RECHECK, List.of(declared(), declared()), List.of(dns, dns)),
                argumentSet("file", Kind.RECHECK, List.of(declared("verify_type", "FILE")), List.of(file)),
                argumentSet(
                        "one of two",
                        Kind.RECHECK,
                        List.of(declared("trigger", "none"), declared()),
                        List.of(look, dns)),
                argumentSet("new order", Kind.NEW_ORDER, List.of(declared()), List.of(impossible)));
    }

    @ParameterizedTest
    @MethodSource
    void wishes(Kind kind, List<Declared> declared, List<TriggerDecision> decisions) {
        var account = Accounts.account("region", "cn-north-4", "access_key", "AK", "secret_key", "SK");
        try (var provider = new HuaweiCloudLiveFactory().create(account, time.context(1))) {
            var target = (DomainTarget) provider.bind(declared.getFirst());
            var observation = LiveState.observed(target, new VerificationReply(null, null, null), time.instant());
            var live = observation.verifications().getFirst();
            var wishes = declared.stream()
                    .map(one -> new TriggerWish(one, live, kind))
                    .toList();

            assertThat(provider.decide(target, observation, wishes)).isEqualTo(decisions);
        }
    }

    private static TriggerDecision ask(String description, String call) {
        return new TriggerDecision.Ask(new Trigger(Kind.RECHECK, description, call));
    }
}
