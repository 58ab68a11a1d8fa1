package dev.ascertain.core.judge;

import static dev.ascertain.core.Sample.NOW;
import static dev.ascertain.core.judge.Scene.FIRST;
import static dev.ascertain.core.judge.Scene.OTHER;
import static dev.ascertain.core.judge.Scene.SECOND;
import static dev.ascertain.core.judge.Scene.alias;
import static dev.ascertain.core.judge.Scene.fails;
import static dev.ascertain.core.judge.Scene.intercepted;
import static dev.ascertain.core.judge.Scene.none;
import static dev.ascertain.core.judge.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Server;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TxtRulesTest {
    private static final String NAME = "_acme-challenge.shop.example";
    private static final String TARGET = "token.other.example";

    private static Scene wanting(String... values) {
        return new Scene().txt(NAME, values);
    }

    private static Scene said(Answer... answers) {
        return wanting("token-one").answer(NAME, "TXT", answers);
    }

    private static Scene aliased() {
        return said(alias(FIRST, NAME, TARGET), alias(SECOND, NAME, TARGET)).zone("other.example", OTHER);
    }

    static Stream<Arguments> scenes() {
        Scene both = wanting("token-one", "token-two");
        return Stream.of(
                row("nobody was asked", wanting("token-one")),
                row(
                        "right beside others",
                        said(texts(FIRST, NAME, "x", "token-one"), texts(SECOND, NAME, "token-one"))),
                row(
                        "written with a final dot and capitals",
                        new Scene()
                                .txt("_ACME-Challenge.Shop.Example.", "token-one")
                                .answer(NAME, "TXT", texts(FIRST, NAME, "token-one"))),
                row("only intercepted answers", said(intercepted(none(FIRST)), intercepted(none(SECOND)))),
                row("absent at one, the other is silent", said(none(FIRST), fails(SECOND, Outcome.SILENT)), "E1"),
                row("absent at one, the other intercepted", said(none(FIRST), intercepted(none(SECOND))), "E1"),
                row(
                        "right at one, the other lame",
                        said(texts(FIRST, NAME, "token-one"), fails(SECOND, Outcome.REFUSED))),
                row("right at one, missing at the other", said(texts(FIRST, NAME, "token-one"), none(SECOND)), "E2"),
                row(
                        "right at one, old at the other",
                        said(texts(FIRST, NAME, "token-one"), texts(SECOND, NAME, "x")),
                        "E2"),
                row(
                        "two values, both there",
                        wanting("token-one", "token-two")
                                .answer(NAME, "TXT", texts(FIRST, NAME, "token-two", "token-one"))),
                row(
                        "two values, one on each server",
                        wanting("token-one", "token-two")
                                .answer(NAME, "TXT", texts(FIRST, NAME, "token-one"), texts(SECOND, NAME, "token-two")),
                        "E2"),
                row(
                        "two values, one there",
                        wanting("token-one", "token-two").answer(NAME, "TXT", texts(FIRST, NAME, "token-one")),
                        "E7"),
                row("two values, neither there", both.answer(NAME, "TXT", none(FIRST)), "E1"),
                row(
                        "two names, each wrong in its own way",
                        wanting("token-one")
                                .txt("verification.shop.example", "token-two")
                                .answer(NAME, "TXT", none(FIRST))
                                .answer(
                                        "verification.shop.example",
                                        "TXT",
                                        texts(FIRST, "verification.shop.example", "x")),
                        "E1",
                        "E3"),
                row("right behind an alias", aliased().answer(TARGET, "TXT", texts(OTHER, TARGET, "token-one"))),
                row(
                        "an alias to where nobody was heard",
                        aliased().answer(TARGET, "TXT", fails(OTHER, Outcome.SILENT))),
                row("an alias to where nobody was asked", aliased()),
                row("nothing behind an alias", aliased().answer(TARGET, "TXT", none(OTHER)), "E1"),
                row(
                        "an alias at one, nothing at the other",
                        said(alias(FIRST, NAME, TARGET), none(SECOND))
                                .answer(TARGET, "TXT", texts(OTHER, TARGET, "token-one")),
                        "E2"),
                row("a circle", aliased().answer(TARGET, "TXT", alias(OTHER, TARGET, NAME)), "E15"),
                row("an alias to itself", said(alias(FIRST, NAME, NAME)), "E15"),
                row(
                        "doubled, of another name",
                        said(none(FIRST))
                                .answer(NAME + ".shop.example", "TXT", texts(FIRST, "elsewhere.example", "token-one")),
                        "E1"),
                row(
                        "a name of its own servers, right there",
                        said(texts(OTHER, NAME, "token-one")).zone(NAME, OTHER)),
                row(
                        "a name of its own servers, silent",
                        said(fails(OTHER, Outcome.SILENT)).zone(NAME, OTHER)));
    }

    private static Arguments row(String name, Scene scene, String... rules) {
        return Arguments.of(name, scene, List.of(rules));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void eachNameIsInOneState(String name, Scene scene, List<String> rules) {
        assertThat(scene.rules()).isEqualTo(rules);
    }

    static Stream<Arguments> slips() {
        String wanted = "Gfj9Xq8R2Zk1vTn5";
        return Stream.of(
                slip("white space at the end", wanted, wanted + " ", "with spaces in it"),
                slip("a space within", wanted, "Gfj9Xq8R 2Zk1vTn5", "with spaces in it"),
                slip("a tab", wanted, wanted + "\\009", "with spaces in it"),
                slip(
                        "typographic quotes",
                        wanted,
                        "\\226\\128\\156" + wanted,
                        "with characters in it that do not show"),
                slip("quotes", wanted, "\"" + wanted + "\"", "with quotes as part of it"),
                slip("lower case", wanted, "gfj9xq8r2zk1vtn5", "in other case"),
                slip("the name before it", wanted, "TXT=" + wanted, "with other text around it"),
                slip("cut off", wanted, "Gfj9Xq8R2Z", "cut off after 10 of 16 characters"));
    }

    private static Arguments slip(String name, String wanted, String found, String how) {
        return Arguments.of(name, wanted, found, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void aSlipIsRecognized(String name, String wanted, String found, String how) {
        Scene scene = wanting(wanted).answer(NAME, "TXT", texts(FIRST, NAME, found));

        assertThat(scene.rules()).containsExactly("E6");
        assertThat(message(scene)).isEqualTo("%s holds its value %s; it now reads: %s.".formatted(NAME, how, found));
    }

    @Test
    void aValueCutInTwoRecordsIsRecognized() {
        Scene scene = wanting("Gfj9Xq8R2Zk1vTn5").answer(NAME, "TXT", texts(FIRST, NAME, "Gfj9Xq8R", "2Zk1vTn5"));

        assertThat(message(scene)).isEqualTo(NAME + " holds its value cut in two records; it now reads: Gfj9Xq8R.");
    }

    @Test
    void valuesThatAreNotAsciiAreComparedAsEvidenceWritesThem() {
        assertThat(wanting("schlüssel")
                        .answer(NAME, "TXT", texts(FIRST, NAME, "schl\\195\\188ssel"))
                        .rules())
                .isEmpty();
    }

    @Test
    void whoLacksItIsNamedAndWhenToLookAgainIsKnown() {
        Finding finding = only(said(texts(FIRST, NAME, "token-one"), none(SECOND)));

        assertThat(finding.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(finding.again()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(finding.reason().message())
                .isEqualTo("ns2.dns.example (192.0.2.2) does not have the TXT record " + NAME + " \"token-one\" yet;"
                        + " the other name servers of shop.example do."
                        + " One that is told of no change asks for it every 15 min.");
    }

    @Test
    void afterAnHourSomebodyMustAct() {
        Finding finding =
                only(said(texts(FIRST, NAME, "token-one"), none(SECOND)).age(Duration.ofHours(2)));

        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(finding.again()).isNull();
        assertThat(finding.reason().message())
                .isEqualTo("ns2.dns.example (192.0.2.2) does not have the TXT record " + NAME + " \"token-one\";"
                        + " the other name servers of shop.example do.");
        assertThat(finding.next())
                .isEqualTo("make ns2.dns.example (192.0.2.2) load the zone shop.example again, or take it out of its NS"
                        + " records");
    }

    @Test
    void aWildcardAndItsApexWantTwoValuesAtOneName() {
        Finding finding =
                only(wanting("token-one", "token-two").host("*.shop.example").answer(NAME, "TXT", none(FIRST)));

        assertThat(finding.next())
                .isEqualTo("add the TXT records " + NAME
                        + " \"token-one\" and \"token-two\" at the DNS host of shop.example");
    }

    @Test
    void anAliasIsToldWithTheRecord() {
        Finding finding = only(aliased().answer(TARGET, "TXT", none(OTHER)));

        assertThat(finding.reason().message())
                .isEqualTo(NAME + " is an alias of token.other.example, and there is no TXT record there.");
        assertThat(finding.next())
                .isEqualTo("add the TXT record " + NAME + " \"token-one\" at the DNS host of shop.example in place of"
                        + " the alias, or the same value at token.other.example");
    }

    @Test
    void whatElseIsAtTheNameStays() {
        Finding finding = only(wanting("token-one").answer(NAME, "TXT", texts(FIRST, NAME, "v=spf1 -all")));

        assertThat(finding.reason().message())
                .isEqualTo(NAME + " should hold \"token-one\", but holds only \"v=spf1 -all\".");
        assertThat(finding.next())
                .isEqualTo("add the TXT record " + NAME
                        + " \"token-one\" at the DNS host of shop.example, beside what is there");
    }

    @Test
    void ofManyNamesTheFirstGetTheirOwnWords() {
        var scene = new Scene();
        IntStream.range(0, 40)
                .mapToObj("n%d.shop.example"::formatted)
                .forEach(name -> scene.txt(name, "t").answer(name, "TXT", none(FIRST)));

        assertThat(message(scene)).contains("n4.shop.example").endsWith(". The same is true of 35 more.");
        assertThat(only(scene).next()).doesNotContain("n5.shop.example").endsWith("; and likewise for 35 more");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NEEDS_PROOF", "GAVE_UP"})
    void nothingIsSaidWhereTheProofIsNotWhatIsWaitedFor(Status status) {
        assertThat(said(none(FIRST)).status(status).rules()).isEmpty();
    }

    @Test
    void hostileAnswersCostLittleAndAreKeptAsTheyAre() {
        String[] flood =
                IntStream.range(0, 500).mapToObj(i -> "x".repeat(65_000) + i).toArray(String[]::new);
        Scene scene = said(texts(FIRST, NAME, "\u001b[31m\n" + "\\".repeat(70_000)), texts(SECOND, NAME, flood));

        Finding finding = assertTimeoutPreemptively(Duration.ofSeconds(10), scene::findings)
                .getFirst();

        assertThat(finding.rule()).isEqualTo("E3");
        assertThat(finding.reason().message())
                .hasSizeLessThan(500)
                .contains("\u001b[31m\n\\\\")
                .contains("…");
    }

    @Test
    void aWebOfAliasesIsLeftSoon() {
        Scene scene = wanting("token-one");
        IntStream.range(0, 200).forEach(i -> scene.answer(i == 0 ? NAME : "a" + i + ".example", "TXT", tangle(i)));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), scene::rules))
                .isEmpty();
    }

    /** Each of 26 addresses names 50 other names. */
    private static Answer[] tangle(int at) {
        String name = at == 0 ? NAME : "a" + at + ".example";
        return IntStream.range(0, 26)
                .mapToObj(server -> new Answer(
                        new Server("ns", "192.0.2." + server),
                        Outcome.ANSWERED,
                        true,
                        IntStream.range(0, 50)
                                .mapToObj(i -> new DnsRecord(
                                        i == 0 ? name : "a" + (at + i) + ".example",
                                        "CNAME",
                                        1,
                                        "a" + (1 + (at * 31 + server * 7 + i) % 199) + ".example"))
                                .toList(),
                        Collections.emptyList(),
                        List.of(),
                        500,
                        false))
                .toArray(Answer[]::new);
    }

    private static String message(Scene scene) {
        return only(scene).reason().message();
    }

    private static Finding only(Scene scene) {
        List<Finding> findings = scene.findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
