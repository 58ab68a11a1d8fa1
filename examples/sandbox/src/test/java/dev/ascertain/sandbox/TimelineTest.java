package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final Scenario.Live LIVE =
            Scenario.parse("""
                    huaweicloud_live:
                      domains:
                        - domain: example.com
                          state: begin
                          changes:
                            - {after: 60s, set: {state: late}}
                            - {after_trigger: 3s, set: {state: asked}}
                            - {after_trigger: 5s, trigger: 2, set: {state: asked twice}}
                    """).huawei().domains().getFirst().live();

    @ParameterizedTest(name = "{0}: asked at {1}, looked at {2}")
    @CsvSource({
        "nothing asked,            '',    59, begin",
        "time alone,               '',    60, late",
        "too early,                10,    12, begin",
        "asked once,               10,    13, asked",
        "the second is special,    10 20, 25, asked twice",
        "its general effect first, 10 20, 23, asked",
        "a third undoes it,        10 20 30, 33, asked",
        "what comes last counts,   58,    61, asked",
        "time comes last,          50,    61, late",
    })
    void whatItLooksLike(String name, String asked, int looked, String state) {
        List<History.Event> events = new ArrayList<>();
        for (String at : asked.split(" ", -1)) {
            if (!at.isEmpty()) {
                events.add(new History.Event(SettableClock.START.plusSeconds(Long.parseLong(at)), null, false));
            }
        }
        var now = SettableClock.START.plusSeconds(looked);
        assertThat(Timeline.at(now, LIVE, SettableClock.START, events)).as(name).containsEntry("state", state);
    }

    @Test
    void timesAreRelativeToTheStart() {
        var live = new Scenario.Live(
                Map.of("soon", "start+90m", "before", Map.of("in", List.of("start-1d")), "other", "start"), List.of());
        assertThat(Timeline.at(SettableClock.START, live, SettableClock.START, List.of()))
                .isEqualTo(Map.of(
                        "soon",
                        "2026-03-01T13:30:00Z",
                        "before",
                        Map.of("in", List.of("2026-02-28T12:00:00Z")),
                        "other",
                        "start"));
    }
}
