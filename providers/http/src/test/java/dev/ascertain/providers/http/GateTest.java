package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class GateTest {
    private static final Outcome ANSWERED = new Outcome.Answered("yes");

    private final Gate gate = new Gate("Acme");

    @Test
    void othersWaitForTheAnswerToTheFirst() throws Exception {
        gate.enter();
        FutureTask<String> second = entering();
        FutureTask<String> third = entering();

        gate.leave(ANSWERED);

        assertThat(second.get()).isEqualTo("in");
        assertThat(third.get()).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "NOT_FOUND", "REJECTED"})
    void aRefusalOfAnotherSortProvesTheCredential(Kind kind) throws Exception {
        gate.enter();
        FutureTask<String> second = entering();
        FutureTask<String> third = entering();

        gate.leave(failed(kind));

        assertThat(second.get()).isEqualTo("in");
        assertThat(third.get()).isEqualTo("in");
    }

    @Test
    void after401NothingMoreIsAsked() throws Exception {
        gate.enter();
        FutureTask<String> second = entering();
        FutureTask<String> third = entering();

        gate.leave(failed(Kind.UNAUTHORIZED));

        String told = "NOT_ASKED Acme refused this credential before, so nothing more was asked with it. Look.";
        assertThat(second.get()).isEqualTo(told);
        assertThat(third.get()).isEqualTo(told);
        assertThatThrownBy(gate::check)
                .hasMessage("Acme refused this credential before, so nothing more was asked with it.");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "THROTTLED", "MALFORMED_RESPONSE"})
    void duringAnOutageTheNextGoesAloneAndTheGateOpensAfterThree(Kind kind) throws Exception {
        gate.enter();
        FutureTask<String> second = entering();
        FutureTask<String> third = entering();
        gate.leave(failed(kind));
        awaitAny(second, third);

        assertThat(second.isDone() && third.isDone()).isFalse();
        gate.leave(failed(kind));
        assertThat(second.get()).isEqualTo("in");
        assertThat(third.get()).isEqualTo("in");
        gate.leave(failed(kind));

        assertThat(entered().get()).isEqualTo("in");
        assertThat(entered().get()).isEqualTo("in");
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        gate.enter();
        var waiting = new FutureTask<>(this::enter);
        Thread thread = Thread.ofVirtual().start(waiting);
        awaitWaiting(thread);

        thread.interrupt();

        assertThat(waiting.get()).isEqualTo("stopped");
    }

    @Test
    void anOpenGateChecksNothing() throws Exception {
        gate.enter();
        gate.leave(ANSWERED);

        assertThatCode(gate::check).doesNotThrowAnyException();
    }

    /** Somebody who stands before the gate. */
    private FutureTask<String> entering() {
        var task = new FutureTask<>(this::enter);
        awaitWaiting(Thread.ofVirtual().start(task));
        return task;
    }

    /** Somebody who is let in at once. */
    private FutureTask<String> entered() {
        var task = new FutureTask<>(this::enter);
        Thread.ofVirtual().start(task);
        return task;
    }

    private String enter() {
        try {
            gate.enter();
            return "in";
        } catch (InterruptedException stop) {
            return "stopped";
        } catch (ProviderException refused) {
            return refused.kind() + " " + refused.what() + " " + refused.hint().orElse("");
        }
    }

    private static void awaitAny(FutureTask<String> one, FutureTask<String> other) {
        while (!one.isDone() && !other.isDone()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            Thread.onSpinWait();
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("is let in only later").isTrue();
            Thread.onSpinWait();
        }
    }

    private static Outcome failed(Kind kind) {
        return Outcome.Failed.of(ProviderException.of(kind, "No.").hint("Look.").build());
    }
}
