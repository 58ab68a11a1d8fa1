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
        assertThat(window.take(at(0))).isEqualTo(now(1, 2));
        assertThat(window.take(at(0))).isEqualTo(now(2, 1));
        assertThat(window.take(at(0))).isEqualTo(now(3, 0));
        assertThat(window.take(at(0))).isEqualTo(new Window.Turn.AfterAnswer());
    }

    @Test
    void aTokenComesBackOneWindowAfterTheAnswer() {
        use(0, 1);
        use(0, 2);
        use(0, 5);

        assertThat(window.take(at(5))).isEqualTo(after(6));
        assertThat(window.take(at(10))).isEqualTo(after(1));
        assertThat(window.take(at(11))).isEqualTo(now(4, 0));
        assertThat(window.take(at(11))).isEqualTo(after(1));
    }

    @Test
    void whatOthersUsedIsTakenOff() {
        window.lowered(use(0, 1), 1, Duration.ofSeconds(4), at(1));

        use(1, 1);
        assertThat(window.take(at(1))).isEqualTo(after(4));
        use(5, 5);
    }

    @Test
    void callsInFlightMayNotBeCountedByTheVendorYet() {
        window.take(at(0));
        window.lowered(use(0, 1), 0, Duration.ofSeconds(4), at(1));

        assertThat(window.take(at(1))).isEqualTo(after(4));
        use(5, 5);
    }

    @Test
    void whatOurOwnCallsExplainIsNoSignOfOthers() {
        Window.Token token = use(0, 1);
        window.take(at(1));
        window.lowered(token, 1, Duration.ofSeconds(4), at(1));

        use(1, 1);
    }

    @Test
    void theVendorNeverRaisesTheLimit() {
        use(0, 0);
        use(0, 0);
        window.lowered(use(0, 0), 1000, Duration.ofSeconds(1), at(0));

        assertThat(window.take(at(0))).isEqualTo(after(10));
    }

    @Test
    void aResetThatIsFarAwayCountsForOneWindow() {
        window.lowered(use(0, 0), 0, Duration.ofDays(1000), at(0));

        assertThat(window.take(at(0))).isEqualTo(after(10));
        use(10, 10);
    }

    @Test
    void aLaterAnswerThatSaysMoreChangesNothingBeforeTheReset() {
        Window.Token token = use(0, 0);
        window.lowered(token, 0, Duration.ofSeconds(8), at(0));
        window.lowered(token, 1, Duration.ofSeconds(7), at(1));

        assertThat(window.take(at(1))).isEqualTo(after(7));
    }

    @Test
    void nothingIsSentWhileHeld() {
        window.holdUntil(at(30));
        window.holdUntil(at(20));

        assertThat(window.take(at(1))).isEqualTo(after(29));
        assertThat(window.held(at(1))).isEqualTo(Duration.ofSeconds(29));
        use(30, 30);
        assertThat(window.held(at(30))).isZero();
    }

    /** One call, which may be sent at once. */
    private Window.Token use(int sent, int answered) {
        Window.Turn turn = window.take(at(sent));
        assertThat(turn).isInstanceOf(Window.Turn.Now.class);
        window.answered(at(answered));
        return ((Window.Turn.Now) turn).token();
    }

    private static Window.Turn now(int number, int left) {
        return new Window.Turn.Now(new Window.Token(number, left));
    }

    private static Window.Turn after(int seconds) {
        return new Window.Turn.After(Duration.ofSeconds(seconds));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
