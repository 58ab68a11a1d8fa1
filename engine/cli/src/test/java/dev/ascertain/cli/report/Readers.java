package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads reports as those do whom they are meant for, and refuses what they would trip over. */
final class Readers {
    private static final Pattern ANNOTATION = Pattern.compile(
            "::(error|warning|notice) (file=[^:,]*,line=\\d+,col=\\d+,title=[^:,]*|title=Ascertain)::[^\\r]*");
    private static final Pattern LABEL_ESCAPE = Pattern.compile("\\\\[\\\\\"n]");
    private static final String LABEL = "[a-z_]+=\"[^\"\\\\]*\"";
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{" + LABEL + "(?:," + LABEL + ")*})? (-?\\d+)");
    private static final Pattern FAMILY = Pattern.compile("# TYPE ([a-z_]+) gauge");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\[!-/:-@\\[-`{-~]");
    private static final Set<String> OUR_HTML =
            Set.of("<!-- ascertain report 1.0 -->", "<details><summary>Details</summary>", "</details>");

    private Readers() {}

    static void check(ReportFormat format, String text) {
        switch (format) {
            case JSON, SARIF -> assertThat(json(text).isObject()).isTrue();
            case GITLAB -> checkGitlab(json(text));
            case GITLAB_TERRAFORM -> checkCounts(json(text));
            case SLACK -> Messages.checkSlack(json(text));
            case WEBHOOK -> Messages.checkWebhook(json(text), text);
            case JUNIT -> checkJunit(xml(text));
            case MARKDOWN -> text.lines().forEach(Readers::checkMarkdown);
            case HTML -> Pages.check(text);
            case PROMETHEUS -> checkPrometheus(text);
            case GITHUB ->
                assertThat(text.lines())
                        .hasSizeBetween(1, 11)
                        .allSatisfy(line -> assertThat(line).matches(ANNOTATION).doesNotContain("##["));
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken.getMessage(), broken);
        }
    }

    private static void checkGitlab(JsonNode list) {
        var fingerprints = new HashSet<String>();
        for (JsonNode entry : list) {
            assertThat(fingerprints.add(entry.get("fingerprint").asText())).isTrue();
            assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
            assertThat(entry.get("severity").asText()).isIn("info", "minor", "major", "critical");
        }
    }

    private static void checkCounts(JsonNode counts) {
        assertThat(counts.properties()).extracting(Map.Entry::getKey).containsExactly("create", "update", "delete");
        assertThat(counts.properties()).allMatch(count -> count.getValue().isInt());
    }

    private static Document xml(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(broken.getMessage(), broken);
        }
    }

    private static void checkJunit(Document document) {
        int cases = 0;
        for (Element suite : elements(document.getElementsByTagName("testsuite"))) {
            NodeList mine = suite.getElementsByTagName("testcase");
            var names = new HashSet<String>();
            for (Element each : elements(mine)) {
                assertThat(names.add(each.getAttribute("name"))).isTrue();
            }
            cases += mine.getLength();
            assertCount(suite, "tests", mine.getLength());
            assertCount(suite, "failures", suite.getElementsByTagName("failure").getLength());
            assertCount(suite, "errors", suite.getElementsByTagName("error").getLength());
            assertCount(suite, "skipped", suite.getElementsByTagName("skipped").getLength());
        }
        assertCount(document.getDocumentElement(), "tests", cases);
    }

    private static void assertCount(Element element, String attribute, int count) {
        assertThat(element.getAttribute(attribute)).as(attribute).isEqualTo(Integer.toString(count));
    }

    private static void checkMarkdown(String line) {
        if (line.startsWith("| ")) {
            assertThat(BAR.matcher(line).results()).as(line).hasSize(5);
        }
        if (OUR_HTML.contains(line)) {
            return;
        }
        String plain = ESCAPED.matcher(CODE.matcher(line).replaceAll("")).replaceAll("");
        assertThat(plain).as(line).doesNotContain("<", "`", "](", "http:", "@");
    }

    private static void checkPrometheus(String text) {
        assertThat(text).endsWith("\n");
        var families = new HashSet<String>();
        var series = new HashSet<String>();
        String family = "";
        for (String line : text.split("\n", -1)) {
            Matcher type = FAMILY.matcher(line);
            if (type.matches()) {
                family = type.group(1);
                assertThat(families.add(family)).as(line).isTrue();
            } else if (!line.isEmpty() && !line.startsWith("# HELP ")) {
                Matcher sample = SAMPLE.matcher(LABEL_ESCAPE.matcher(line).replaceAll("~"));
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).isEqualTo(family);
                assertThat(series.add(line.substring(0, line.lastIndexOf(' '))))
                        .as(line)
                        .isTrue();
            }
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
