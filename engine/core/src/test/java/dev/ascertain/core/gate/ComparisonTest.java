package dev.ascertain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a verification between two runs. */
class ComparisonTest {
    private static final String KEY = "acme_verification.a";

    @ParameterizedTest(name = "{0}, now {1}")
    @CsvSource({
        "MET,    MET,          ",
        "MET,    BLOCKED,      LOST",
        "MET,    READY,        LOST",
        "MET,    UNOBSERVABLE, UNREAD",
        "UNMET,  MET,          FIXED",
        "UNMET,  CONVERGING,   STILL",
        "UNMET,  DEAD,         STILL",
        "UNMET,  UNOBSERVABLE, UNREAD",
        "UNREAD, MET,          ",
        "UNREAD, HELD,         NEW",
        "UNREAD, UNOBSERVABLE, ",
        ",       MET,          ",
        ",       ABSENT,       NEW",
        ",       UNOBSERVABLE, UNREAD"
    })
    void eachPairOfStandingsHasItsWord(Standing earlier, Verdict now, Since word) {
        Map<String, Standing> before = earlier == null ? Map.of() : Map.of(KEY, earlier);
        Plan plan = Gated.plan(Gated.change(now));
        var comparison = Comparison.of(plan, "last.json", before);
        assertThat(comparison.of(plan.changes().getFirst())).isEqualTo(word);
        assertThat(comparison.gone()).isZero();
        for (Since since : Since.values()) {
            assertThat(comparison.count(since)).isEqualTo(since == word ? 1 : 0);
        }
    }

    @Test
    void keysStandInThePlansOrder() {
        Plan plan = Gated.plan(
                Gated.change("c", Verdict.BLOCKED),
                Gated.change("a", Verdict.BLOCKED),
                Gated.change("b", Verdict.MET),
                Gated.change("d", Verdict.READY));
        var comparison = Comparison.of(plan, "last.json", Map.of("acme_verification.d", Standing.MET));
        assertThat(comparison.keys(Since.NEW)).containsExactly("acme_verification.c", KEY);
        assertThat(comparison.keys(Since.LOST)).containsExactly("acme_verification.d");
        assertThat(comparison.keys(Since.FIXED)).isEmpty();
    }

    @Test
    void onlyWhatWasNotAsExpectedIsMissed() {
        var earlier = new LinkedHashMap<String, Standing>();
        earlier.put("acme_verification.x", Standing.UNMET);
        earlier.put("acme_verification.y", Standing.MET);
        earlier.put("acme_verification.z", Standing.UNREAD);
        earlier.put(KEY, Standing.UNMET);
        var comparison = Comparison.of(Gated.plan(Gated.change(Verdict.MET)), "last.json", earlier);
        assertThat(comparison.gone()).isEqualTo(1);
        assertThat(comparison.since()).isEqualTo(Map.of(KEY, Since.FIXED));
    }

    @Test
    void anApplyIsComparedByWhatItSawLast() {
        var now = new LinkedHashMap<String, Standing>();
        List.of("a", "b").forEach(name -> now.put(name, Standing.UNMET));
        assertThat(Comparison.of(now, "x", Map.of("b", Standing.MET)).since())
                .isEqualTo(Map.of("a", Since.NEW, "b", Since.LOST));
    }
}
