package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerCallTest {
    @ParameterizedTest
    @ValueSource(strings = {"zone", "pack:a77f8bd7-3b47-46b4-a6f1-75cf98109948:txt"})
    void isKeptAsText(String text) {
        assertThat(TriggerCall.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "zones", "pack", "pack:u", "pack:u:txt:more", "pack:../zones:txt", "pack:u:a/b", "pack::"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TriggerCall.parse(text));
    }
}
