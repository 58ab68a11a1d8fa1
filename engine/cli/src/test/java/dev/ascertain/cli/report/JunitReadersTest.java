package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.cli.record.Hostile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Test results as their readers take them: by the description of the format, and by Maven Surefire's own reader. */
class JunitReadersTest {
    static Stream<Report> usual() {
        return Stream.of(Reports.plan(), Reports.apply(), Reports.of(), Reports.many(3));
    }

    @ParameterizedTest
    @MethodSource("usual")
    void fitsTheDescription(Report report) throws IOException, SAXException {
        schema().newValidator().validate(source(Reports.text(ReportFormat.JUNIT, report)));
    }

    @Test
    void whatIsHostileFitsItToo() throws IOException, SAXException {
        var validator = schema().newValidator();
        for (String text : Hostile.REPORTED) {
            validator.validate(source(Reports.text(ReportFormat.JUNIT, Reports.hostile(text))));
            validator.validate(source(Reports.text(ReportFormat.JUNIT, Reports.hostileApply(text))));
        }
    }

    @Test
    void theDescriptionRefusesWhatJenkinsDoes() throws SAXException {
        var validator = schema().newValidator();
        assertThatThrownBy(() -> validator.validate(source("<testsuites skipped=\"0\"/>")))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void surefireReadsBackWhatWasWritten() throws Exception {
        List<ReportTestSuite> suites = read(Reports.text(ReportFormat.JUNIT, Reports.plan()));
        assertThat(suites)
                .extracting(ReportTestSuite::getName)
                .containsExactly("the run", "cloudflare_ssl_verification", "huaweicloud_live_domain_verification");
        assertThat(sum(suites, ReportTestSuite::getNumberOfTests)).isEqualTo(8);
        assertThat(sum(suites, ReportTestSuite::getNumberOfFailures)).isEqualTo(3);
        assertThat(sum(suites, ReportTestSuite::getNumberOfErrors)).isEqualTo(2);
        assertThat(sum(suites, ReportTestSuite::getNumberOfSkipped)).isEqualTo(1);
        ReportTestCase blocked = suites.getLast().getTestCases().getFirst();
        assertThat(blocked.getName()).isEqualTo("huaweicloud_live_domain_verification.push");
        assertThat(blocked.getClassName()).isEqualTo("huaweicloud_live_domain_verification");
        assertThat(blocked.hasFailure()).isTrue();
        assertThat(blocked.getFailureType()).isEqualTo("not-verified");
        assertThat(blocked.getFailureMessage()).startsWith("needs you (edge-team): ");
        assertThat(blocked.getFailureDetail()).contains("verify_result is false, expected true");
    }

    @Test
    void surefireReadsWhatIsHostile() throws Exception {
        for (String text : Hostile.REPORTED) {
            List<ReportTestSuite> suites = read(Reports.text(ReportFormat.JUNIT, Reports.hostile(text)));
            assertThat(suites).allMatch(suite -> suite.getTestCases().size() == suite.getNumberOfTests());
            assertThat(sum(suites, ReportTestSuite::getNumberOfTests)).isEqualTo(4);
        }
    }

    private static int sum(List<ReportTestSuite> suites, ToIntFunction<ReportTestSuite> count) {
        return suites.stream().mapToInt(count).sum();
    }

    private static List<ReportTestSuite> read(String xml) throws Exception {
        var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/report/junit.xsd").toFile());
    }

    private static StreamSource source(String xml) {
        return new StreamSource(new StringReader(xml));
    }
}
