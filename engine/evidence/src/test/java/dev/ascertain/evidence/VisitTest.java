package dev.ascertain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTest {
    @ParameterizedTest(name = "{0} with {1} and \"{2}\": {3}")
    @CsvSource({
        "ANSWERED,     200, token,  true",
        "ANSWERED,     200, tokens, false",
        "ANSWERED,     404, token,  false",
        "BAD_REDIRECT, 200, token,  false",
    })
    void servesAContentOrNot(Outcome outcome, int status, String body, boolean serves) {
        assertThat(ending(outcome, status, body).serves("token\n")).isEqualTo(serves);
    }

    /** A signed token may be longer than what is kept of a page. */
    @Test
    void ofALongContentTheBeginningIsCompared() {
        String content = "a".repeat(Hop.LARGEST_BODY) + "b";
        String kept = content.substring(0, Hop.LARGEST_BODY);
        assertThat(ending(Outcome.ANSWERED, 200, kept).serves(content)).isTrue();
        assertThat(ending(Outcome.ANSWERED, 200, kept.substring(1)).serves(content))
                .isTrue();
        assertThat(ending(Outcome.ANSWERED, 200, "c" + kept.substring(1)).serves(content))
                .isFalse();
        assertThat(ending(Outcome.ANSWERED, 200, "a").serves(content)).isFalse();
        assertThat(ending(Outcome.ANSWERED, 200, kept).serves(kept)).isTrue();
        assertThat(ending(Outcome.ANSWERED, 200, kept).serves("a")).isFalse();
    }

    @Test
    void onlyTheLastHopCounts() {
        var redirect = new Hop("http://shop.example/a", Outcome.ANSWERED, 200, "/b", "token", null, false);
        var end = ending(Outcome.ANSWERED, 200, "other").last();
        assertThat(new Visit("192.0.2.1", List.of(redirect, end)).serves("token"))
                .isFalse();
    }

    private static Visit ending(Outcome outcome, int status, String body) {
        var hop = new Hop("http://shop.example/token", outcome, status, null, body, null, false);
        return new Visit("192.0.2.1", List.of(hop));
    }
}
