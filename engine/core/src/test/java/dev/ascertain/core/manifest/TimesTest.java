package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.manifest.Matcher.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2027-01-31, 2027-01-31T00:00:00Z",
        "2027-01-31T12:00:00Z, 2027-01-31T12:00:00Z",
        "2027-01-31T12:00Z, 2027-01-31T12:00:00Z",
        "2027-01-31T12:00:00.5+01:00, 2027-01-31T11:00:00.500Z",
    })
    void readsTimes(String text, Instant time) {
        assertThat(Times.bound(text)).contains(new Bound.Time(time));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "now, PT0S",
        "in 21 days, P21D",
        "in 1 day, P1D",
        "in 36 hours, PT36H",
        "in 90 seconds, PT90S",
        "in 2 weeks, P14D",
        "2 hours ago, PT-2H",
        "5 minutes ago, PT-5M",
    })
    void readsTimesFromNow(String text, Duration offset) {
        assertThat(Times.bound(text)).contains(new Bound.FromNow(offset, text));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "soon",
                "21 days",
                "in 21",
                "in 21 days ago",
                "in -1 days",
                "in 9999999 days",
                "in 1 month",
                "2027-02-30",
                "2027-1-1",
                "2027-01-31 12:00",
                "2027-01-31T12:00:00",
                "+999999999-01-01",
                "12:00"
            })
    void refusesEverythingElse(String text) {
        assertThat(Times.bound(text)).isEqualTo(Optional.empty());
    }
}
