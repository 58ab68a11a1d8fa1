package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The world changes between plan and apply: each change is looked at again before anything is asked for. */
class StaleWorldTest {
    private static final String API_PACK = "22222222-2222-4222-8222-222222222222";
    private static final String SCENARIO = ShopZone.SCENARIO + """
                    - hostname: www.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes: [{after: 5m, set: {certificate_status: active}}]
                    - hostname: pay.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes: [{after: 5m, set: {brand_check: true}}]
                    - hostname: api.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      cert_pack_uuid: %s
                      changes: [{after_trigger: 3s, set: {certificate_status: active}}]
            """.formatted(API_PACK);

    @TempDir
    Path folder;

    @Test
    void whatIsMetBySomethingElseIsSkippedWhatIsHeldIsStaleAndTheOthersGoOn() {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(ShopZone.ALL)) {
            assertThat(cloud.run("plan", "--out", "change.plan").out()).contains("Plan: 3 to retry.");
            cloud.time.advance(Duration.ofMinutes(5));

            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.out()).isEqualTo("""
                              = cloudflare_ssl_verification.shop  www.shop.example             nothing to do
                                  It is as expected already; nothing was asked.

                              ~ cloudflare_ssl_verification.shop  pay.shop.example                     stale
                                  Another action would be planned now, so nothing was asked: The certificate authority reviews the order by hand; another check changes nothing.
                                  certificate_status   "timing_out"  expected "active"
                                  brand_check          true          expected false
                                  next  plan again

                              = cloudflare_ssl_verification.shop  api.shop.example                       met
                                  It is as expected now. Asked once.

                            Apply: 1 met, 1 stale, 1 with nothing to do.
                            The world changed since the plan was made. Run "ascertain plan" again.
                            Exit 5: 1 verification changed since the plan was made.
                            """);
            assertThat(cloud.triggers()).containsExactly(ShopZone.patch(API_PACK));
        }
    }

    @Test
    void whenAllIsMetAlreadyNothingIsAskedFor() {
        String met = SCENARIO.replace("after_trigger: 3s", "after: 5m")
                .replace("brand_check: true", "certificate_status: active");
        try (var cloud = Rehearsal.of(folder, met).manifest(ShopZone.ALL)) {
            cloud.run("plan", "--out", "change.plan");
            cloud.time.advance(Duration.ofMinutes(5));

            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 3 with nothing to do.\n");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void aZoneThatIsGoneIsNoReasonToAsk() {
        String gone = SCENARIO.replace("{brand_check: true}", "{hostname: other.shop.example}");
        try (var cloud = Rehearsal.of(folder, gone).manifest(ShopZone.ALL)) {
            cloud.run("plan", "--out", "change.plan");
            cloud.time.advance(Duration.ofMinutes(5));

            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.out()).contains("It is no longer there; nothing more was done.");
            assertThat(cloud.triggers())
                    .as("the newcomer is not in the plan, and is not touched")
                    .containsExactly(ShopZone.patch(API_PACK));
        }
    }
}
