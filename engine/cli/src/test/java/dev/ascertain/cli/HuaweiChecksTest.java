package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What apply asks Huawei Cloud Live for. */
class HuaweiChecksTest {
    private static final String PROJECT = "fedcba9876543210fedcba9876543210";
    private static final String PATH = "/v1/" + PROJECT + "/domain/verification";
    private static final String SCENARIO = """
            huaweicloud_live:
              keys: [{access_key: REHEARSAL, secret_key: rehearsal}]
              projects: [{name: cn-north-4, id: %s}]
              domains:
                - domain: stream.example
                  verify_content: liveauth_stream
                  changes: [{after_trigger: 2s, set: {verify_result: true}}]
                - domain: video.example
                  verify_content: liveauth_video
                  changes: [{after_trigger: 0s, set: {verify_result: true}}]
                - {domain: play.example, verify_result: true}
            """.formatted(PROJECT);
    private static final String PUSH =
            "{type: huaweicloud_live_domain_verification, name: push, domain: push.stream.example}";
    private static final String PULL =
            "{type: huaweicloud_live_domain_verification, name: pull, domain: pull.video.example, verify_type: FILE}";
    private static final String PLAY = "{type: huaweicloud_live_domain_verification, name: play, domain: play.example}";

    @TempDir
    Path folder;

    @Test
    void eachDomainIsAskedForOnceAndTheProjectIsLookedUpOnce() {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(PUSH, PULL, PLAY)) {
            Run plan = cloud.run("plan", "--out", "change.plan");
            assertThat(plan.code()).isZero();
            assertThat(plan.out())
                    .contains("ask Huawei Cloud Live to check push.stream.example (POST, DNS)")
                    .contains("proof verification.stream.example  TXT  \"liveauth_stream\"")
                    .contains("ask Huawei Cloud Live to check pull.video.example (POST, FILE)")
                    .contains("proof http://video.example/verification.html  with the content  \"liveauth_video\"")
                    .contains("Plan: 2 to retry, 1 as expected.");
            assertThat(cloud.triggers()).isEmpty();
            assertThat(cloud.requests("/v3/projects")).containsExactly("GET /v3/projects?name=cn-north-4");
            assertThat(cloud.requests(PATH)).hasSize(3);

            Run apply = cloud.run("apply", "change.plan");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 3 met.\n");
            assertThat(cloud.triggers()).containsExactly("POST " + PATH, "POST " + PATH);
            assertThat(cloud.requests("/v3/projects")).as("once in each run").hasSize(2);
            assertThat(cloud.requests("domain=play.example"))
                    .as("nothing to do there")
                    .hasSize(1);
        }
    }

    @Test
    void whereThereIsNoCheckThatIsSaidOnceAndTheQueryGoesOnUntilTheDeadline() {
        try (var cloud = Rehearsal.of(folder, SCENARIO.replace("domains:", "post: false\n  domains:"))) {
            cloud.manifest(PUSH, PULL);
            Run apply = cloud.run("apply", "--auto-approve", "--wait", "5m");
            assertThat(apply.code()).isEqualTo(3);
            assertThat(apply.err())
                    .containsOnlyOnce(
                            "Huawei Cloud Live has no call here to ask for a check (APIGW.0101); the query goes on until the deadline.");
            assertThat(apply.out()).contains("Apply: 2 still converging.");
            assertThat(cloud.triggers()).hasSizeLessThanOrEqualTo(2);
            assertThat(cloud.requests("GET " + PATH)).hasSizeGreaterThan(10);
        }
    }

    @Test
    void whatIsConfirmedMeanwhileIsMetAlsoWhereThereIsNoCheck() {
        String later = SCENARIO.replace("domains:", "post: false\n  domains:").replace("after_trigger: ", "after: 4");
        try (var cloud = Rehearsal.of(folder, later).manifest(PUSH)) {
            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 1 met.\n");
        }
    }

    @Test
    void onlyLookingIsPossibleToo() {
        try (var cloud = Rehearsal.of(folder, SCENARIO)) {
            cloud.manifest(PUSH.replace("}", ", trigger: none}"), PULL.replace("}", ", retry: never}"));
            Run apply = cloud.run("apply", "--auto-approve", "--wait", "1m");
            assertThat(apply.out()).contains("The manifest says trigger: none");
            assertThat(cloud.triggers()).isEmpty();
        }
    }
}
