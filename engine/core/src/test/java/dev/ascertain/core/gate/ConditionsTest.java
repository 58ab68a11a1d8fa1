package dev.ascertain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.core.gate.Condition.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
    private static final String KNOWN =
            "\nThere are unmet, blocked, dead, unobservable, warning, deadline<48h and expires<21d; commas separate them.";

    @Test
    void eachIsReadOnceInItsOrder() throws ConditionFault {
        assertThat(Conditions.read("dead, unmet,expires < 21d,dead,blocked,unobservable,warning,deadline<48h"))
                .containsExactly(
                        State.DEAD,
                        State.UNMET,
                        new Condition.Expiry(Duration.ofDays(21), "21d"),
                        State.BLOCKED,
                        State.UNOBSERVABLE,
                        State.WARNING,
                        new Condition.Deadline(Duration.ofHours(48), "48h"));
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "30m, PT30M", "48h, PT48H", "21d, PT504H", "1d12h, PT36H", "0s, PT0S"})
    void aTimeHasUnits(String text, Duration duration) throws ConditionFault {
        assertThat(Conditions.read("deadline<" + text)).isEqualTo(List.of(new Condition.Deadline(duration, text)));
    }

    @ParameterizedTest
    @CsvSource({"unmet", "blocked", "dead", "unobservable", "warning", "deadline<48h", "expires<21d"})
    void aConditionIsWrittenAsItIsRead(String word) throws ConditionFault {
        assertThat(Conditions.read(word)).extracting(Condition::word).containsExactly(word);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("blokced", "\"blokced\": there is no such condition. Did you mean \"blocked\"?" + KNOWN),
                Arguments.of("unmet,", "\"\": there is no such condition." + KNOWN),
                Arguments.of("", "\"\": there is no such condition." + KNOWN),
                Arguments.of("pink", "\"pink\": there is no such condition." + KNOWN),
                Arguments.of(
                        "expire<21d", "\"expire<21d\": there is no such condition. Did you mean \"expires\"?" + KNOWN),
                Arguments.of(
                        "deadline",
                        "\"deadline\": deadline is followed by < and a time, and quoted for the shell, as in \"deadline<48h\"."),
                Arguments.of(
                        "expires>21d",
                        "\"expires>21d\": expires is followed by < and a time, and quoted for the shell, as in \"expires<48h\"."),
                Arguments.of(
                        "deadline<soon", "\"deadline<soon\": \"soon\" is no time; write it as 90s, 30m, 48h or 21d."),
                Arguments.of("deadline<", "\"deadline<\": \"\" is no time; write it as 90s, 30m, 48h or 21d."),
                Arguments.of(
                        "deadline<9999999d",
                        "\"deadline<9999999d\": \"9999999d\" is no time; write it as 90s, 30m, 48h or 21d."),
                Arguments.of(
                        "dead<1h",
                        "\"dead<1h\": \"dead\" takes no time; only deadline and expires do, as in \"deadline<48h\"."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsNoConditionIsTold(String list, String message) {
        assertThatThrownBy(() -> Conditions.read(list))
                .isInstanceOf(ConditionFault.class)
                .hasMessage(message);
    }
}
