package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What apply asks Cloudflare for: all of what the plan lists, once, and nothing else. */
class CloudflareChecksTest {
    private static final String WWW_PACK = "11111111-1111-4111-8111-111111111111";
    private static final String API_PACK = "22222222-2222-4222-8222-222222222222";
    private static final String ACTIVE = """
                    - {hostname: shop.example, certificate_status: active, brand_check: false}
            """;
    private static final String WWW = """
                    - hostname: www.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      cert_pack_uuid: %s
                      changes: [{after_trigger: 3s, set: {certificate_status: active}}]
            """.formatted(WWW_PACK);
    private static final String API = """
                    - hostname: api.shop.example
                      certificate_status: pending_validation
                      validation_method: http
                      cert_pack_uuid: %s
                      changes: [{after_trigger: 8s, set: {certificate_status: active}}]
            """.formatted(API_PACK);
    private static final String HELD = """
                    - hostname: pay.shop.example
                      certificate_status: pending_validation
                      validation_method: txt
                      brand_check: true
            """;
    private static final String PACKLESS = """
                    - hostname: old.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      cert_pack_uuid: null
            """;
    private static final String ALL =
            "{type: cloudflare_ssl_verification, name: shop, zone_id: %s, owner: edge}".formatted(ShopZone.ID);

    @TempDir
    Path folder;

    @Test
    void allThatIsUnmetIsAskedForByOneCallHoweverManyDeclarationsMeanIt() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + ACTIVE + WWW + API)) {
            cloud.manifest(ALL, only("www", "www.shop.example"), only("api", "api.shop.example"));
            Run plan = cloud.run("plan", "--detailed-exitcode");
            assertThat(plan.code()).isEqualTo(2);
            assertThat(plan.out())
                    .contains("next  ask Cloudflare to retry (zone %s, ?retry=true)".formatted(ShopZone.ID))
                    .contains("Plan: 4 to retry, 1 as expected.");
            assertThat(cloud.triggers()).isEmpty();

            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 5 met.\n");
            assertThat(cloud.triggers()).containsExactly(ShopZone.RETRY);
        }
    }

    @Test
    void besideOneThatIsHeldOnlyThePacksOfThePlanAreAskedFor() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + ACTIVE + WWW + API + HELD)
                .manifest(ALL)) {
            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(4);
            assertThat(apply.out())
                    .contains("ask Cloudflare to check pack " + WWW_PACK + " again (validation_method txt as before)")
                    .contains("ask Cloudflare to check pack " + API_PACK + " again (validation_method http as before)")
                    .contains("needs you (edge)")
                    .endsWith("Apply: 3 met, 1 needs you.\nExit 4: 1 verification needs a person.\n");
            assertThat(cloud.triggers()).containsExactlyInAnyOrder(ShopZone.patch(WWW_PACK), ShopZone.patch(API_PACK));
        }
    }

    @Test
    void whatNoManifestNamesIsNotTouched() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + ACTIVE + WWW + API)) {
            cloud.manifest(only("www", "www.shop.example"));
            assertThat(cloud.run("apply", "--auto-approve").code()).isZero();
            assertThat(cloud.triggers()).containsExactly(ShopZone.patch(WWW_PACK));

            cloud.manifest(only("api", "api.shop.example"));
            assertThat(cloud.run("plan").out())
                    .as("the other one is as it was")
                    .contains("\"pending_validation\"  expected \"active\"");
        }
    }

    @Test
    void whatIsLeftOutOfThePlanIsNotTouched() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + WWW + API)) {
            cloud.manifest(only("www", "www.shop.example"), only("api", "api.shop.example"));
            Run plan = cloud.run("plan", "--exclude", "*.api", "--out", "change.plan");
            assertThat(plan.out()).contains("Plan: 1 to retry.\n").doesNotContain("api.shop.example");
            assertThat(cloud.run("apply", "change.plan").code()).isZero();
            assertThat(cloud.triggers()).containsExactly(ShopZone.patch(WWW_PACK));

            Run rest = cloud.run("apply", "--auto-approve", "--target", "cloudflare_ssl_verification.api");
            assertThat(rest.out()).endsWith("Apply: 1 met.\n");
            assertThat(cloud.triggers()).containsExactly(ShopZone.patch(WWW_PACK), ShopZone.RETRY);
        }
    }

    @Test
    void withoutAPackNothingCanBeAskedForBesideOneThatIsHeld() {
        try (var cloud =
                Rehearsal.of(folder, ShopZone.SCENARIO + PACKLESS + HELD).manifest(ALL)) {
            Run plan = cloud.run("plan");
            assertThat(plan.out())
                    .contains("Cloudflare reports no cert_pack_uuid for old.shop.example")
                    .contains("Set trigger: zone to have all of zone")
                    .contains("Plan: 2 need you.");
            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(4);
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void anotherMethodIsANewOrderAndNeedsPermission() {
        String declared = "{type: cloudflare_ssl_verification, name: www, zone_id: %s, validation_method: http%s}";
        try (var cloud = Rehearsal.of(
                folder, ShopZone.SCENARIO + ACTIVE_HTTP + WWW.replace("after_trigger", "after_new_order"))) {
            cloud.manifest(declared.formatted(ShopZone.ID, ""));
            Run refused = cloud.run("apply", "--auto-approve");
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.out()).contains("Set allow_new_order: true to permit it.");
            assertThat(cloud.triggers()).isEmpty();

            cloud.manifest(declared.formatted(ShopZone.ID, ", allow_new_order: true"));
            Run plan = cloud.run("plan", "--out", "change.plan");
            assertThat(plan.out())
                    .contains("new order")
                    .contains("ask Cloudflare to order pack %s anew (validation_method http instead of txt)"
                            .formatted(WWW_PACK));
            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 2 met.\n");
            assertThat(cloud.triggers()).containsExactly(ShopZone.patch(WWW_PACK));
        }
    }

    private static final String ACTIVE_HTTP = """
                    - {hostname: shop.example, certificate_status: active, validation_method: http}
            """;

    @Test
    void tenDeclarationsOfAZoneAreOneRead() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + ACTIVE)) {
            cloud.manifest("{type: cloudflare_ssl_verification, name: many, for_each: [a, b, c, d, e, f, g, h, i, j],"
                    + " zone_id: %s}".formatted(ShopZone.ID));
            assertThat(cloud.run("plan")).isEqualTo(new Run(0, "Plan: 10 as expected.\n", ""));
            assertThat(cloud.requests()).containsExactly(ShopZone.READ);
        }
    }

    private static String only(String name, String hostname) {
        return "{type: cloudflare_ssl_verification, name: %s, zone_id: %s, select: {hostname: %s}}"
                .formatted(name, ShopZone.ID, hostname);
    }
}
