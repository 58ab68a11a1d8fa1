package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody insists on a check of one verification although its record is missing; that of another is missing too. */
class ForcedRetryTest {
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                  verifications:
                    - hostname: api.shop.example
                      cert_pack_uuid: 22222222-2222-4222-8222-222222222222
                      certificate_status: pending_validation
                      validation_method: txt
                      verification_info: {txt_name: _acme-challenge.api.shop.example, txt_value: token-of-api}
                      changes: [{after_trigger: 1s, set: {certificate_status: active, verification_info: null}}]
                    - hostname: www.shop.example
                      cert_pack_uuid: 33333333-3333-4333-8333-333333333333
                      certificate_status: pending_validation
                      validation_method: txt
                      verification_info: {txt_name: _acme-challenge.www.shop.example, txt_value: token-of-www}
                      changes: [{after_trigger: 1s, set: {certificate_status: active, verification_info: null}}]
            dns:
              zones:
                - name: shop.example
                  records: "@ A 127.0.0.10"
            """;
    private static final String[] MANIFEST = {
        "{type: cloudflare_ssl_verification, name: api, zone: shop.example, select: {hostname: api.shop.example}}",
        "{type: cloudflare_ssl_verification, name: www, zone: shop.example, select: {hostname: www.shop.example}}"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cloudflare_ssl_verification.api", "*.api", "* api.shop.example"})
    void thePlanSaysThatItIsForcedAndWhyThatIsUnwise(String pattern) {
        try (var cloud = rehearsal()) {
            Run plan = cloud.run("plan", "--force-retry", pattern);
            assertThat(plan.code()).as(plan.err()).isZero();
            assertThat(plan.out())
                    .containsPattern("~ cloudflare_ssl_verification.api  api.shop.example +forced retry\n")
                    .contains(
                            "      why   Forced, although something stands in the way: None of the name servers has a TXT"
                                    + " record _acme-challenge.api.shop.example")
                    .containsPattern("! cloudflare_ssl_verification.www  www.shop.example +needs you\n")
                    .contains("Plan: 1 to retry, 1 needs you.");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void applyAsksOnceAndLeavesTheOthersAlone(boolean saved) {
        try (var cloud = rehearsal()) {
            Run apply;
            if (saved) {
                cloud.run("plan", "--force-retry", "*.api", "--out", "a.plan");
                apply = cloud.run("apply", "a.plan");
            } else {
                apply = cloud.run("apply", "--auto-approve", "--force-retry", "*.api");
            }
            assertThat(apply.code()).as(apply.out() + apply.err()).isEqualTo(4);
            assertThat(apply.out()).endsWith("Apply: 1 met, 1 needs you.\nExit 4: 1 verification needs a person.\n");
            assertThat(cloud.triggers())
                    .containsExactly("PATCH /client/v4/zones/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/ssl/verification/"
                            + "22222222-2222-4222-8222-222222222222");
        }
    }

    @Test
    void onceIsOnceAlsoWhereItDoesNotHelp() {
        String stubborn = SCENARIO.replace("after_trigger: 1s", "after_trigger: 9h");
        try (var cloud = Rehearsal.of(folder, stubborn).looking().manifest(MANIFEST)) {
            Run apply = cloud.run("apply", "--auto-approve", "--force-retry", "*.api", "--wait", "2h");
            assertThat(apply.code()).as(apply.out()).isEqualTo(4);
            assertThat(cloud.triggers()).hasSize(1);
        }
    }

    private Rehearsal rehearsal() {
        return Rehearsal.of(folder, SCENARIO).looking().manifest(MANIFEST);
    }
}
