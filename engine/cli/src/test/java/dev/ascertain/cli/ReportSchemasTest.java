package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.cli.Stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON reports of a plan and an apply that came to everything there is, against the committed schemas. */
class ReportSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two zones, so that a call which is refused for one is not for the other. */
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  id: "00000000000000000000000000000001"
                  verifications:
                    - {hostname: shop.example, certificate_status: active}
                    - hostname: www.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes:
                        - {after_trigger: 2s, set: {certificate_status: pending_deployment}}
                        - {after_trigger: 20s, set: {certificate_status: active}}
                    - {hostname: api.shop.example, certificate_status: timing_out, validation_method: txt}
                    - {hostname: cdn.shop.example, certificate_status: pending_deployment, validation_method: txt}
                    - hostname: img.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes: [{after: 1m, set: {certificate_status: active}}]
                    - hostname: pay.shop.example
                      certificate_status: timing_out
                      validation_method: txt
                      changes: [{after: 1m, set: {brand_check: true}}]
                    - hostname: new.shop.example
                      certificate_status: pending_validation
                      brand_check: true
                      validation_method: txt
                      verification_info: {txt_name: _acme-challenge.new.shop.example, txt_value: token-1}
                - name: blog.example
                  id: "00000000000000000000000000000002"
                  verifications:
                    - {hostname: blog.example, certificate_status: timing_out, validation_method: txt}
            faults:
              - {path: "/client/v4/zones/00000000000000000000000000000002/ssl/verification*", method: PATCH, answer: throttled, retry_after: 1s}
              - {path: "/client/v4/zones/00000000000000000000000000000002/ssl/verification?retry*", answer: throttled, retry_after: 1s}
            """;

    private static final String SHOP =
            "{type: cloudflare_ssl_verification, name: shop, zone: shop.example, owner: edge-team}";
    private static final String BLOG =
            "{type: cloudflare_ssl_verification, name: blog, zone: blog.example, severity: warning}";

    @TempDir
    Path folder;

    @Test
    void ofAPlan() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            Run run = cloud.run("plan", "--json", "--report", "json=plan.json");
            JsonNode plan = fits("plan", "plan.json");
            assertThat(plan.get("changes").findValuesAsText("action"))
                    .containsExactly("none", "retry", "retry", "wait", "retry", "retry", "manual", "retry");
            fitsEvents(run);
        }
    }

    @Test
    void ofAnApply() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            Run run = applied(cloud);
            JsonNode report = fits("apply", "apply.json");
            assertThat(report.get("exit_code").asInt()).isEqualTo(run.code()).isEqualTo(1);
            assertThat(report.get("outcomes").findValuesAsText("result"))
                    .containsExactly(
                            "met",
                            "met",
                            "unchanged",
                            "still_converging",
                            "skipped",
                            "stale",
                            "needs_person",
                            "failed");
            fitsEvents(run);
            var marked = StrictSchema.of("plan");
            marked.accepts(Files.readString(folder.resolve("change.plan")));
        }
    }

    @Test
    void anApplyTellsItsCourse() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            applied(cloud);
            JsonNode report = fits("apply", "apply.json");
            assertThat(steps(report, "www.shop.example")).containsExactly("looked", "asked", "looked", "looked");
            assertThat(steps(report, "api.shop.example")).containsExactly("looked", "asked", "looked");
            assertThat(steps(report, "cdn.shop.example")).containsExactly("looked");
            assertThat(steps(report, "img.shop.example")).containsExactly("looked");
            assertThat(steps(report, "blog.example")).containsExactly("looked", "asked", "failed");
            assertThat(report.at("/outcomes/7/course/steps/2/said").asText())
                    .isEqualTo("Cloudflare answered 429 (10100 Rate limited).");
            assertThat(report.findValues("course")).hasSize(6).allSatisfy(ReportSchemasTest::assertInOrder);
            assertThat(report.at("/outcomes/3/course/steps/0/times").asInt()).isGreaterThan(2);
        }
    }

    @Test
    void ofAnApplyThatWasStopped() throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            cloud.time.stopAfter(1);
            Run run = cloud.run("apply", "--json", "--auto-approve", "--report", "json=apply.json");
            JsonNode report = fits("apply", "apply.json");
            assertThat(report.get("interrupted").asBoolean()).isTrue();
            assertThat(report.get("outcomes").findValuesAsText("result")).contains("interrupted");
            fitsEvents(run);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    an unknown field of the report      | ''                      | extra          | 1
                    an unknown field of an outcome      | /outcomes/1             | extra          | 1
                    an unknown field of a change        | /outcomes/1/latest      | extra          | 1
                    an unknown count                    | /summary                | extra          | 1
                    an unknown field of a course        | /outcomes/1/course      | extra          | 1
                    an unknown field of a step          | /outcomes/1/course/steps/0 | extra       | 1
                    an unknown kind of step             | /outcomes/1/course/steps/0 | kind        | "slept"
                    a time that is none                 | /outcomes/1/course      | ended          | "noon"
                    a step that never was               | /outcomes/1/course/steps/0 | times       | 0
                    an unknown result                   | /outcomes/1             | result         | "perhaps"
                    an unknown verdict                  | /outcomes/1/latest      | verdict        | "perhaps"
                    an unknown action                   | /outcomes/1             | planned_action | "perhaps"
                    a count that is none                | /outcomes/1             | triggers       | -1
                    another format                      | ''                      | format_version | "2.0"
                    an exit code as text                | ''                      | exit_code      | "1"
                    """)
    void whatIsNoReportDoesNotFit(String what, String at, String field, String value) throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            applied(cloud);
            JsonNode report = fits("apply", "apply.json");
            ((ObjectNode) report.at(at)).set(field, JSON.readTree(value));
            StrictSchema.of("apply").refuses(report);
        }
    }

    @ParameterizedTest
    @CsvSource({"extra, 1", "verdict, '\"perhaps\"'", "action, '\"perhaps\"'", "fingerprint, '\"md5:0\"'"})
    void whatIsNoPlanDoesNotFit(String field, String value) throws IOException {
        try (var cloud = Rehearsal.of(folder, SCENARIO).manifest(SHOP, BLOG)) {
            cloud.run("plan", "--report", "json=plan.json");
            JsonNode plan = fits("plan", "plan.json");
            ((ObjectNode) plan.at("/changes/1")).set(field, JSON.readTree(value));
            StrictSchema.of("plan").refuses(plan);
        }
    }

    /** What was planned is applied two minutes later, when some of it has changed. */
    private Run applied(Rehearsal cloud) {
        cloud.run("plan", "--out", "change.plan");
        cloud.time.advance(Duration.ofMinutes(2));
        return cloud.run("apply", "--json", "--wait", "2m", "--report", "json=apply.json", "change.plan");
    }

    /** What was done for a verification: kinds of steps, in their order. */
    private static List<String> steps(JsonNode report, String instance) {
        JsonNode outcome = report.get("outcomes")
                .valueStream()
                .filter(each -> each.get("instance").asText().equals(instance))
                .findFirst()
                .orElseThrow();
        return outcome.at("/course/steps").findValuesAsText("kind");
    }

    private static void assertInOrder(JsonNode course) {
        var times = new ArrayList<String>();
        for (JsonNode step : course.get("steps")) {
            times.add(step.get("from").asText());
            times.add(step.get("to").asText());
        }
        times.add(course.get("ended").asText());
        assertThat(times.stream().map(Instant::parse)).isSorted();
    }

    private JsonNode fits(String schema, String file) throws IOException {
        String written = Files.readString(folder.resolve(file));
        StrictSchema.of(schema).accepts(written);
        return JSON.readTree(written);
    }

    private static void fitsEvents(Run run) throws IOException {
        assertThat(run.err()).isEmpty();
        var events = StrictSchema.of("events");
        run.out().lines().forEach(events::accepts);
    }
}
