package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Window window = new Window(new Quota(3, Duration.ofSeconds(10)));

    @Test
    void theFirstOnesGoAtOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(window.turn(at(0))).isEqualTo(new Window.Turn.Now());
            window.sent();
        }
        assertThat(window.turn(at(0))).isEqualTo(new Window.Turn.AfterAnswer());
    }

    @Test
    void aTokenComesBackOneWindowAfterTheAnswer() {
        use(0, 1);
        use(0, 2);
        use(0, 5);

        assertThat(window.turn(at(5))).isEqualTo(after(6));
        assertThat(window.turn(at(10))).isEqualTo(after(1));
        assertThat(window.turn(at(11))).isEqualTo(new Window.Turn.Now());
        window.sent();
        assertThat(window.turn(at(11))).isEqualTo(after(1));
    }

    @Test
    void whatOthersUsedIsTakenOff() {
        use(0, 1);
        window.lowered(1, Duration.ofSeconds(4), at(1));

        assertThat(window.turn(at(1))).isEqualTo(new Window.Turn.Now());
        use(1, 1);
        assertThat(window.turn(at(1))).isEqualTo(after(4));
        assertThat(window.turn(at(5))).isEqualTo(new Window.Turn.Now());
    }

    @Test
    void callsInFlightMayNotBeCountedByTheVendorYet() {
        var wide = new Window(new Quota(5, Duration.ofSeconds(10)));
        wide.sent();
        wide.sent();
        wide.answered(at(1));
        wide.lowered(2, Duration.ofSeconds(4), at(1));

        assertThat(wide.turn(at(1))).isEqualTo(new Window.Turn.Now());
        wide.sent();
        assertThat(wide.turn(at(1))).isEqualTo(after(4));
    }

    @Test
    void theVendorNeverRaisesTheLimit() {
        use(0, 0);
        use(0, 0);
        use(0, 0);
        window.lowered(1000, Duration.ofSeconds(1), at(0));

        assertThat(window.turn(at(0))).isEqualTo(after(10));
    }

    @Test
    void aResetThatIsFarAwayCountsForOneWindow() {
        use(0, 0);
        window.lowered(0, Duration.ofDays(1000), at(0));

        assertThat(window.turn(at(0))).isEqualTo(after(10));
        assertThat(window.turn(at(10))).isEqualTo(new Window.Turn.Now());
    }

    @Test
    void aLaterAnswerThatSaysMoreChangesNothingBeforeTheReset() {
        use(0, 0);
        window.lowered(0, Duration.ofSeconds(8), at(0));
        window.lowered(2, Duration.ofSeconds(7), at(1));

        assertThat(window.turn(at(1))).isEqualTo(after(7));
    }

    @Test
    void nothingIsSentWhileHeld() {
        window.holdUntil(at(30));
        window.holdUntil(at(20));

        assertThat(window.turn(at(1))).isEqualTo(after(29));
        assertThat(window.held(at(1))).isEqualTo(Duration.ofSeconds(29));
        assertThat(window.turn(at(30))).isEqualTo(new Window.Turn.Now());
        assertThat(window.held(at(30))).isZero();
    }

    private void use(int sent, int answered) {
        assertThat(window.turn(at(sent))).isEqualTo(new Window.Turn.Now());
        window.sent();
        window.answered(at(answered));
    }

    private static Window.Turn after(int seconds) {
        return new Window.Turn.After(Duration.ofSeconds(seconds));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
