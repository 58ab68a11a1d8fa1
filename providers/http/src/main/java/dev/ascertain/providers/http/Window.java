package dev.ascertain.providers.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one quota. Pure: it is told the time, and waits for nothing.
 *
 * <p>A token comes back one window after the <em>answer</em> to the call that it paid for. The vendor counted that call
 * between its sending and its answer, so call n is counted at least one window after call n − q, and no window of
 * theirs, fixed or sliding, ever holds more than q. A bucket that is refilled steadily knows no such thing: full, it lets
 * up to 2q go in one window; halved to be safe, it uses half of what is allowed. That is why no library for that is used
 * here.
 */
final class Window {
    /**
     * A token that was taken for a call.
     *
     * @param number counts them
     * @param left how many there were after it
     */
    record Token(long number, int left) {}

    /** Whether a call may be sent. */
    sealed interface Turn {
        /** At once: the token is taken. */
        record Now(Token token) implements Turn {}

        /** Not before this time is over. */
        record After(Duration time) implements Turn {}

        /** Every token is with a call in flight: not before one of these is answered. */
        record AfterAnswer() implements Turn {}
    }

    /**
     * What the vendor says is left, where that is less than our own calls explain: others use the same quota.
     *
     * @param calls that may still be sent
     * @param until when it counts no more
     */
    private record Rest(int calls, Instant until) {}

    private final Quota quota;
    private final ArrayDeque<Instant> answers = new ArrayDeque<>();
    private int inFlight;
    private long taken;
    private @Nullable Rest rest;
    private Instant heldUntil = Instant.MIN;

    Window(Quota quota) {
        this.quota = quota;
    }

    /** Takes a token if there is one. */
    Turn take(Instant now) {
        forget(now);
        if (heldUntil.isAfter(now)) {
            return new Turn.After(Duration.between(now, heldUntil));
        }
        if (rest != null && rest.calls() == 0) {
            return new Turn.After(Duration.between(now, rest.until()));
        }
        if (left() > 0) {
            return new Turn.Now(taken());
        }
        return answers.isEmpty()
                ? new Turn.AfterAnswer()
                : new Turn.After(Duration.between(now, back(answers.getFirst())));
    }

    private Token taken() {
        inFlight++;
        taken++;
        if (rest != null) {
            rest = new Rest(rest.calls() - 1, rest.until());
        }
        return new Token(taken, left());
    }

    void answered(Instant now) {
        inFlight--;
        answers.addLast(now);
    }

    /**
     * The vendor says what is left. That may lower our own count, and never raises it.
     *
     * <p>The vendor counted this call after it was sent, and perhaps all that were sent since. If no more is missing than
     * that, nobody else uses the quota: what the vendor says is then merely older than what we know.
     *
     * @param token of the call that was answered so
     * @param calls left in the vendor's window, all users of the quota taken together
     * @param reset until that window ends; one that is longer than the documented window is taken for that
     */
    void lowered(Token token, int calls, Duration reset, Instant now) {
        forget(now);
        if (calls >= token.left() - (taken - token.number())) {
            return;
        }
        Instant until = now.plus(reset.compareTo(quota.window()) > 0 ? quota.window() : reset);
        int spare = Math.max(0, calls - inFlight);
        rest = rest == null
                ? new Rest(spare, until)
                : new Rest(Math.min(rest.calls(), spare), until.isAfter(rest.until()) ? until : rest.until());
    }

    /** Nothing is sent before then. */
    void holdUntil(Instant time) {
        heldUntil = time.isAfter(heldUntil) ? time : heldUntil;
    }

    /** How long nothing may be sent whatever the tokens say. */
    Duration held(Instant now) {
        return heldUntil.isAfter(now) ? Duration.between(now, heldUntil) : Duration.ZERO;
    }

    private int left() {
        return quota.calls() - inFlight - answers.size();
    }

    private Instant back(Instant answer) {
        return answer.plus(quota.window());
    }

    private void forget(Instant now) {
        while (!answers.isEmpty() && !back(answers.getFirst()).isAfter(now)) {
            answers.removeFirst();
        }
        if (rest != null && !rest.until().isAfter(now)) {
            rest = null;
        }
    }
}
