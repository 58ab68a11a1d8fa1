package dev.ascertain.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.EvidenceJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule on evidence has a folder {@code <id>-<code>} with {@code case.json} (see {@link CaseFile}), evidence that
 * triggers it, and evidence that just does not; each with all that is then found. {@code almost.case.json} stands for
 * {@code case.json} where it is the verification that makes the difference. {@code -Dgolden.rewrite=true} writes the
 * texts anew.
 */
class RuleFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/ascertain/core/judge/rules");

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void triggers(String folder) throws IOException {
        assertThat(found(folder, "triggers", "case.json"))
                .as("the rules that match")
                .contains(id(folder));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void justDoesNot(String folder) throws IOException {
        boolean own = Files.exists(FOLDER.resolve(folder).resolve("almost.case.json"));
        assertThat(found(folder, "almost", own ? "almost.case.json" : "case.json"))
                .as("the rules that match")
                .doesNotContain(id(folder));
    }

    /** Why the diagnosis asks only a few rules where nobody looked. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void noRuleOnEvidenceMatchesWithout(String folder) throws IOException {
        Path home = FOLDER.resolve(folder);
        var nothing = new Evidence(
                evidence(home.resolve("triggers.json")).at(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
        Case the = CaseFile.read(home.resolve("case.json")).given(nothing);
        assertThat(nothing.isEmpty()).isTrue();
        List<Rule> others = Diagnosis.IN_THE_WAY.stream()
                .filter(rule -> !Diagnosis.UNSEEN.contains(rule))
                .toList();
        assertThat(others)
                .hasSizeGreaterThan(30)
                .allSatisfy(rule ->
                        assertThat(rule.finding().apply(the)).as(rule.id()).isEmpty());
    }

    @Test
    void everyRuleOnEvidenceHasAFolder() throws IOException {
        List<String> evidenced = Stream.concat(Diagnosis.IN_THE_WAY.stream(), TimingRules.ALL.stream())
                .map(Rule::id)
                .distinct()
                .filter(id ->
                        TerminalRules.ALL.stream().noneMatch(rule -> rule.id().equals(id)))
                .toList();

        assertThat(folders().stream().map(RuleFixturesTest::id)).containsExactlyInAnyOrderElementsOf(evidenced);
    }

    private static List<String> found(String folder, String name, String caseFile) throws IOException {
        Path home = FOLDER.resolve(folder);
        List<Finding> findings = CaseFile.read(home.resolve(caseFile)).findings(evidence(home.resolve(name + ".json")));
        compare(home.resolve(name + ".txt"), text(findings));
        return findings.stream().map(Finding::rule).toList();
    }

    private static Evidence evidence(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return EvidenceJson.read(in);
        }
    }

    private static void compare(Path golden, String actual) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(RuleFixturesTest::text).collect(Collectors.joining());
    }

    private static String text(Finding finding) {
        String next = finding.next() == null ? "" : "  next: " + finding.next() + "\n";
        return "%s %s %s, for %s\n  %s\n%s"
                .formatted(
                        finding.rule(),
                        finding.verdict().word(),
                        finding.reason().code(),
                        finding.owner().word(),
                        finding.reason().message(),
                        next);
    }

    private static String id(String folder) {
        return folder.substring(0, folder.indexOf('-'));
    }
}
