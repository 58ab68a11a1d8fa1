package dev.ascertain.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaaSetTest {
    private static final Server SERVER = new Server("ns1.example", "192.0.2.1");

    private final Map<Question, Answers> answers = new HashMap<>();

    @Test
    void theNearestSetThatIsNotEmptyCounts() {
        answers("a.shop.example");
        answers("shop.example", "CAA 0 issue \"pki.goog\"");
        answers("example", "CAA 0 issue \"other.example\"");

        assertThat(CaaSet.of("a.shop.example", evidence()))
                .hasValueSatisfying(set -> assertThat(set.owner()).isEqualTo("shop.example"));
    }

    @Test
    void aWildcardStartsBelowItsStar() {
        answers("shop.example", "CAA 0 issuewild \";\"", "CAA 0 issue \"pki.goog\"");

        CaaSet wild = CaaSet.of("*.shop.example", evidence()).orElseThrow();
        CaaSet plain = CaaSet.of("shop.example", evidence()).orElseThrow();

        assertThat(wild.permits("pki.goog")).isFalse();
        assertThat(plain.permits("pki.goog")).isTrue();
    }

    @Test
    void issueDecidesForAWildcardWhereThereIsNoIssuewild() {
        answers("shop.example", "CAA 0 issue \"pki.goog\"");

        assertThat(CaaSet.of("*.shop.example", evidence()).orElseThrow().decidingTag())
                .isEqualTo("issue");
    }

    @Test
    void aSetWithoutTheDecidingTagPermitsEverybody() {
        answers("shop.example", "CAA 0 iodef \"mailto:a@shop.example\"");

        assertThat(CaaSet.of("shop.example", evidence()).orElseThrow().permits("pki.goog"))
                .isTrue();
    }

    @Test
    void theParentsOfAnAliasAreClimbedAndNotThoseOfItsTarget() {
        answers("www.shop.example", "CNAME edge.cdn.example.net");
        answers("edge.cdn.example.net");
        answers("cdn.example.net", "CAA 0 issue \"other.example\"");
        answers("shop.example", "CAA 0 issue \"pki.goog\"");

        assertThat(CaaSet.of("www.shop.example", evidence()))
                .hasValueSatisfying(set -> assertThat(set.at()).isEqualTo("shop.example"));
    }

    @Test
    void theRootIsNotAsked() {
        answers("shop.example");
        answers("example");
        answers("", "CAA 0 issue \"other.example\"");

        assertThat(CaaSet.of("shop.example", evidence())).isEmpty();
    }

    @Test
    void whatIsNotKnownOnTheWayLeavesItAllUnknown() {
        answers.put(
                new Question("a.shop.example", "CAA"),
                new Answers(
                        new Question("a.shop.example", "CAA"),
                        List.of(Answer.none(SERVER, Outcome.SILENT)),
                        List.of(),
                        List.of()));
        answers("shop.example", "CAA 0 issue \"pki.goog\"");

        assertThat(CaaSet.of("a.shop.example", evidence())).isEmpty();
    }

    @Test
    void aCircleOfAliasesEnds() {
        answers("a.example", "CNAME b.example");
        answers("b.example", "CNAME a.example");
        answers("example", "CAA 0 issue \"pki.goog\"");

        assertThat(CaaSet.of("a.example", evidence()))
                .hasValueSatisfying(set -> assertThat(set.at()).isEqualTo("example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            0 issue "letsencrypt.org"                              | issue     | letsencrypt.org |
            0 ISSUE "LetsEncrypt.org ; validationmethods = x"      | issue     | letsencrypt.org | x
            0 issue "ca.example; validationmethods=http-01,dns-01" | issue     | ca.example      | http-01,dns-01
            128 issuewild ";"                                      | issuewild | ''              |
            0 issue letsencrypt.org                                | issue     | letsencrypt.org |
            """)
    void readsRecords(String data, String tag, String issuer, @Nullable String methods) {
        CaaRecord record = CaaRecord.parse(data).orElseThrow();

        assertThat(record.tag()).isEqualTo(tag);
        assertThat(record.issuer()).isEqualTo(issuer);
        assertThat(record.parameter("validationmethods").orElse(null)).isEqualTo(methods);
    }

    @ParameterizedTest
    @CsvSource({"''", "issue", "999999999999 issue x", "0"})
    void nonsenseIsNoRecord(String data) {
        assertThat(CaaRecord.parse(data)).isEmpty();
    }

    private void answers(String name, String... records) {
        List<DnsRecord> found = Arrays.stream(records)
                .map(record -> record.split(" ", 2))
                .map(parts -> new DnsRecord(name, parts[0], 300, parts[1]))
                .toList();
        var question = new Question(name, "CAA");
        var answer = new Answer(SERVER, Outcome.ANSWERED, true, found, List.of(), List.of(), 80, false);
        answers.put(question, new Answers(question, List.of(answer), List.of(), List.of()));
    }

    private Evidence evidence() {
        return new Evidence(Instant.EPOCH, List.of(), Map.of(), answers, Map.of(), Map.of());
    }
}
