package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that answers, and says no. */
class RefusedTest {
    private static final String READS = "/ssl/verification";

    @TempDir
    Path folder;

    @Test
    void aWrongTokenIsTriedOnce() {
        try (var cloud = Rehearsal.of(folder, zones(10, "[{token: rehearsal}]"))) {
            cloud.manifest(all(10));
            cloud.stage.environment.put("CLOUDFLARE_API_TOKEN", "wrong");
            Run plan = cloud.run("plan", "--out", "change.plan");
            assertThat(plan.code()).isEqualTo(1);
            String next = "next  Check api_token: perhaps cut, expired or disabled. Tokens and keys are listed at"
                    + " https://dash.cloudflare.com/profile/api-tokens.";
            assertThat(plan.out()).isEqualTo("""
                      ? cloudflare_ssl_verification.all["%s"]  could not be read
                          Cloudflare answered 401 (1000 Invalid API Token).
                          %s

                      ? cloudflare_ssl_verification.all["%s"]  not asked
                          Cloudflare refused this credential before, so nothing more was asked with it.
                          %s

                      ? 8 more of cloudflare                                               not asked

                    Plan: 10 could not be read.
                    Not all could be asked: this plan is not complete, and cannot be applied.
                    Exit 1: 10 verifications could not be read.
                    """.formatted(id(1), next, id(2), next));
            assertThat(cloud.requests()).hasSize(1);

            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.err()).startsWith("Error: Plan not complete\n").contains("Nothing was triggered.");
            assertThat(cloud.run("apply", "--auto-approve").code()).isEqualTo(1);
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void aZoneThatTheTokenDoesNotReachConcernsThatZoneOnly() {
        String scenario = zones(3, "[{token: rehearsal, zones: [z1.example, z3.example]}]")
                .replace(
                        "status: active",
                        "status: timing_out, validation_method: txt,"
                                + " changes: [{after_trigger: 1s, set: {certificate_status: active}}]");
        try (var cloud = Rehearsal.of(folder, scenario).manifest(all(3))) {
            Run plan = cloud.run("plan", "--out", "change.plan");
            assertThat(plan.code()).isEqualTo(1);
            assertThat(plan.out())
                    .contains("Cloudflare answered 403 (10000 Authentication error).")
                    .contains("The token needs the permission \"SSL and Certificates Read\".")
                    .contains("Plan: 2 to retry, 1 could not be read.");
            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.out()).endsWith("Apply: 2 met, 1 failed.\nExit 1: 1 verification failed.\n");
            assertThat(cloud.triggers()).hasSize(2);
        }
    }

    @Test
    void afterFiveRefusalsInARowTheRestIsNotAsked() {
        try (var cloud = Rehearsal.of(folder, zones(9, "[{token: rehearsal, zones: [none.example]}]"))) {
            cloud.manifest(all(9));
            Run plan = cloud.run("plan");
            assertThat(plan.code()).isEqualTo(1);
            assertThat(plan.out())
                    .contains("Not asked: the first 5 of this account were all refused with a 403.")
                    .contains("3 more of cloudflare")
                    .contains("Plan: 9 could not be read.")
                    .endsWith("this plan is not complete, and cannot be applied.\n"
                            + "Exit 1: 9 verifications could not be read.\n");
            assertThat(cloud.requests(READS)).hasSize(5);
        }
    }

    @Test
    void aTokenThatMayOnlyLookIsToldWhatItLacks() {
        String scenario = zones(1, "[{token: rehearsal, read_only: true}]")
                .replace("status: active", "status: timing_out, validation_method: txt");
        try (var cloud = Rehearsal.of(folder, scenario).manifest(all(1))) {
            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.out())
                    .contains("give the permission \"SSL and Certificates Write\" too")
                    .endsWith("Apply: 1 failed.\nExit 1: 1 verification failed.\n");
            assertThat(cloud.triggers()).hasSize(1);
        }
    }

    @Test
    void aNameOfTwoZonesIsNotGuessed() {
        String scenario = """
                cloudflare:
                  tokens: [{token: rehearsal}]
                  zones:
                    - {name: twice.example, id: %s, account: "11111111111111111111111111111111"}
                    - {name: twice.example, id: %s, account: "22222222222222222222222222222222"}
                """.formatted(id(1), id(2));
        try (var cloud = Rehearsal.of(folder, scenario)) {
            cloud.manifest("{type: cloudflare_ssl_verification, name: twice, zone: twice.example}");
            Run plan = cloud.run("plan");
            assertThat(plan.code()).isEqualTo(1);
            assertThat(plan.out())
                    .contains("Zone twice.example exists 2 times:")
                    .contains(id(1))
                    .contains(id(2))
                    .contains("Set account_id in the provider's settings, or zone_id in the declaration.");
            assertThat(cloud.requests(READS)).isEmpty();
        }
    }

    @Test
    void aZoneThatIsNotInServiceIsSaidFirst() {
        String scenario = zones(1, "[{token: rehearsal}]")
                .replace("name: z1.example", "name: z1.example, status: pending")
                .replace("certificate_status: active", "certificate_status: timing_out, validation_method: txt");
        try (var cloud = Rehearsal.of(folder, scenario)) {
            cloud.manifest("{type: cloudflare_ssl_verification, name: one, zone: z1.example}");
            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(4);
            assertThat(apply.out())
                    .contains("bring it into service at Cloudflare first; nothing can be verified before");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    @Test
    void aZoneWithoutAnyCertificateNeedsAPerson() {
        String scenario = """
                cloudflare:
                  tokens: [{token: rehearsal}]
                  zones: [{name: bare.example, id: %s}]
                """.formatted(id(1));
        try (var cloud = Rehearsal.of(folder, scenario).manifest(all(1))) {
            Run plan = cloud.run("plan", "--detailed-exitcode");
            assertThat(plan.code()).isEqualTo(2);
            assertThat(plan.out()).contains("Plan: 1 needs you.");
            assertThat(cloud.run("apply", "--auto-approve").code()).isEqualTo(4);
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    private static String zones(int count, String tokens) {
        return "cloudflare:\n  tokens: " + tokens + "\n  zones:\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(n ->
                                "    - {name: z%d.example, id: %s, verifications: [{certificate_status: active}]}\n"
                                        .formatted(n, id(n)))
                        .collect(Collectors.joining());
    }

    private static String all(int count) {
        return "{type: cloudflare_ssl_verification, name: all, zone_id: '${each.value}', for_each: [%s]}"
                .formatted(IntStream.rangeClosed(1, count)
                        .mapToObj(RefusedTest::id)
                        .collect(Collectors.joining(", ")));
    }

    private static String id(int n) {
        return "%032x".formatted(0xa00 + n).replace("00000000", "abcdabcd");
    }
}
