package dev.ascertain.cli.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The counts of GitLab's Terraform widget, which shows three numbers and nothing else: {@code create} is what somebody
 * must see to, {@code update} what apply sees to, or the provider by itself. Nothing is ever deleted.
 *
 * @see <a href="https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsterraform">GitLab's page</a>
 */
final class GitlabTerraform {
    private GitlabTerraform() {}

    static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("create", count(report, true));
            json.writeNumberField("update", count(report, false));
            json.writeNumberField("delete", 0);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static long count(Report report, boolean people) {
        return report.open().stream()
                .filter(row -> row.weight() != Weight.NOTE)
                .filter(row -> isForPeople(row) == people)
                .count();
    }

    /** What could not be read too: nobody else finds out why. */
    private static boolean isForPeople(Row row) {
        return switch (row.action()) {
            case MANUAL, ERROR -> true;
            case WAIT, RETRY -> false;
            case NONE -> row.weight() == Weight.ERROR;
        };
    }
}
