package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the HTML report has. */
class HtmlTest {
    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void thePolicyAllowsWhatThePageBringsAndNothingElse(String element) throws GeneralSecurityException {
        String page = Reports.text(ReportFormat.HTML, Reports.plan()).replace("&#39;", "'");
        Matcher asset = Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL)
                .matcher(page);
        assertThat(asset.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(asset.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .contains("%s-src 'sha256-%s'"
                        .formatted(element, Base64.getEncoder().encodeToString(digest)));
    }

    /** A browser would look at every text between entries again, whenever one is hidden: seconds for thousands. */
    @Test
    void nothingStandsBetweenEntries() {
        assertThat(Reports.text(ReportFormat.HTML, Reports.fleet(100)))
                .contains("</li><li class=\"entry")
                .doesNotContainPattern("\\s<li class=\"entry");
    }

    @Test
    void aPlanIsComparedWithAnEarlierRun() {
        assertThat(Reports.text(ReportFormat.HTML, Reports.compared()))
                .contains(
                        "Compared with <code>yesterday/report.json</code>",
                        "1 was met and is lost, 1 new, 1 could not be read now, 1 still not as expected, 1 fixed, 1 not in this"
                                + " plan any more.",
                        "<dt>lost</dt>\n<dd><a href=\"#v4\">cloudflare_ssl_verification.shop  shop.example.com</a></dd>",
                        "id=\"v4\" data-verdict=\"converging\" data-owner=\"edge-team\" data-since=\"lost\"");
    }

    @Test
    void anApplyIsATimeline() {
        assertThat(Reports.text(ReportFormat.HTML, Reports.pursued()))
                .contains(
                        "<time>12:00:01</time> asked Cloudflare to retry (zone example.com, ?retry=true)",
                        "<time>12:01:00</time> failed: Cloudflare answered 503.",
                        "<time>12:01:30</time> looked 9 times until 12:06:40: Cloudflare is deploying the certificate.",
                        "<time>12:07:00</time> ended: met",
                        "<circle class=\"asked\" cx=\"0.17%\" cy=\"10\" r=\"6\"></circle>");
        assertThat(Reports.text(ReportFormat.HTML, Reports.apply())).doesNotContain("<h2 id=\"timeline\">");
    }

    @Test
    void allIsWellSaysSo() {
        assertThat(Reports.text(ReportFormat.HTML, Reports.of()))
                .contains("0 verifications")
                .doesNotContain("class=\"gate\"");
    }

    @Test
    void aStreamThatRefusesIsToldAsSuch() {
        var full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no room");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> ReportFormat.HTML.write(Reports.fleet(500), full))
                .withMessage("no room");
    }
}
