package dev.ascertain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier run said, and what is no such thing. */
class EarlierReaderTest {
    private static final String NONE = "is no plan file and no JSON report of a plan or an apply";

    @Test
    void readsThePlanFilesThatAreWritten() throws EarlierFault, IOException {
        var file = new ByteArrayOutputStream();
        PlanWriter.write(
                Gated.plan(
                        Gated.change("a", Verdict.MET),
                        Gated.change("b", Verdict.BLOCKED),
                        Gated.change("c", Verdict.READY),
                        Gated.change("d", Verdict.UNOBSERVABLE)),
                file);
        assertThat(EarlierReader.read(new ByteArrayInputStream(file.toByteArray())))
                .isEqualTo(Map.of(
                        "acme_verification.a", Standing.MET,
                        "acme_verification.b", Standing.UNMET,
                        "acme_verification.c", Standing.UNMET,
                        "acme_verification.d", Standing.UNREAD));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"result\":\"met\",\"planned_action\":\"retry\" | MET",
                "\"result\":\"skipped\",\"planned_action\":\"none\" | MET",
                "\"result\":\"needs_person\",\"planned_action\":\"manual\" | UNMET",
                "\"result\":\"failed\",\"planned_action\":\"error\" | UNREAD",
                "\"result\":\"stale\",\"planned_action\":\"retry\",\"latest\":{\"action\":\"none\"} | MET",
                "\"result\":\"unchanged\",\"planned_action\":\"retry\",\"latest\":{\"action\":\"error\",\"x\":{\"action\":1}} | UNREAD",
                "\"result\":\"later_word\",\"planned_action\":\"wait\",\"later\":[[{}]] | UNMET"
            })
    void readsOutcomes(String fields, Standing standing) throws EarlierFault, IOException {
        assertThat(read("{\"format_version\":\"1.9\",\"later\":{\"outcomes\":1},\"outcomes\":"
                        + "[{\"address\":\"a\",\"instance\":\"i\"," + fields + "}]}"))
                .isEqualTo(Map.of("a  i", standing));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "~~ | " + NONE,
                "PK\u0003\u0004 | " + NONE,
                "null | " + NONE,
                "\"format_version\" | " + NONE,
                "{\"format_version\":1} | " + NONE,
                "{\"a\":1,\"format_version\":\"1.0\"} | " + NONE,
                "{\"format_version\":\"1.0\"} | " + NONE,
                "{\"format_version\":\"1.0\",\"changes\":{}} | " + NONE,
                "{\"format_version\":\"1.0\",\"changes\":[null]} | " + NONE,
                "{\"format_version\":\"1.0\",\"changes\":[{\"action\":\"none\"}]} | " + NONE,
                "{\"format_version\":\"1.0\",\"changes\":[}] | " + NONE,
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a\"}]} | holds an action that this Ascertain does not know",
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a\",\"action\":\"later\"}]} | holds an action that this Ascertain does not know",
                "{\"format_version\":\"2.0\",\"changes\":[]} | has another format version than this Ascertain knows, which is 1",
                "{\"format_version\":\"10.0\",\"changes\":[]} | has another format version than this Ascertain knows, which is 1",
                "{\"format_version\":\"1.0\",\"changes\":[ | ends in the middle: it was not copied wholly",
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a | ends in the middle: it was not copied wholly",
                "{\"format_version\":\"1.0\",\"changes\":[] | ends in the middle: it was not copied wholly"
            })
    void tellsWhatIsWrong(String content, String why) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(EarlierFault.class).hasMessage(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 200, 400})
    void aPlanThatIsCutIsNeverTakenForAWholeOne(int left) throws IOException {
        var file = new ByteArrayOutputStream();
        PlanWriter.write(Gated.plan(Gated.change("a", Verdict.MET), Gated.change("b", Verdict.BLOCKED)), file);
        byte[] whole = file.toByteArray();
        assertThat(whole.length).isGreaterThan(left + 2);
        assertThatThrownBy(() -> EarlierReader.read(new ByteArrayInputStream(whole, 0, left)))
                .isInstanceOf(EarlierFault.class);
        assertThatThrownBy(() -> EarlierReader.read(new ByteArrayInputStream(whole, 0, whole.length - 2)))
                .isInstanceOf(EarlierFault.class);
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        String deep = "{\"format_version\":\"1.0\",\"x\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(EarlierFault.class).hasMessage(NONE);
        String latest = "{\"format_version\":\"1.0\",\"outcomes\":[" + "{\"latest\":".repeat(100_000);
        assertThatThrownBy(() -> read(latest)).isInstanceOf(EarlierFault.class).hasMessage(NONE);
    }

    private static Map<String, Standing> read(String content) throws EarlierFault, IOException {
        return EarlierReader.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
