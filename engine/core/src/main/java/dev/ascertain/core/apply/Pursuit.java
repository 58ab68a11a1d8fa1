package dev.ascertain.core.apply;

import dev.ascertain.core.apply.Course.Kind;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.ProviderException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One planned change on its way to an outcome. For one thread. */
final class Pursuit {
    /** What follows from a look. */
    sealed interface Step {
        /** Ask for the check that the plan lists. */
        record Ask() implements Step {}

        /** Look again later. */
        record Wait() implements Step {}

        /** It has come to its end. */
        record End(Outcome outcome) implements Step {}
    }

    private final Change planned;
    private final Diary diary = new Diary();
    private Change latest;
    private Instant since;
    private boolean seen;
    private int triggers;
    private @Nullable ProviderException failure;

    Pursuit(Change planned, Instant now) {
        this.planned = planned;
        this.latest = planned;
        this.since = now;
    }

    Change planned() {
        return planned;
    }

    /** The live verification's own name, whichever declarations mean it. */
    String instance() {
        return planned.subject().instance();
    }

    /** Whether the plan asks for it although something stands in the way. */
    boolean isForced() {
        return planned.isForced();
    }

    /** Whether the plan lets a check be asked for, at once or after a wait. */
    boolean mayAsk() {
        return planned.trigger() != null;
    }

    /** Whether it is waited for something in the world rather than for the provider. */
    boolean waitsForTheWorld() {
        return latest.verdict() == Verdict.WAITING || waitsAsPlanned();
    }

    /** When the world should be looked at again; null if that is not known. */
    @Nullable Instant again() {
        return latest.verdict() == Verdict.WAITING ? latest.again() : planned.again();
    }

    /** Until when the plan says to wait before a check is asked for; null if it does not. */
    @Nullable Instant plannedWait() {
        return waitsAsPlanned() ? planned.again() : null;
    }

    private boolean waitsAsPlanned() {
        return !asked() && mayAsk() && planned.action() == Action.WAIT;
    }

    Change latest() {
        return latest;
    }

    Instant since() {
        return since;
    }

    boolean asked() {
        return triggers > 0;
    }

    void countTrigger() {
        triggers++;
    }

    /** What is done for it is taken down here. */
    Diary diary() {
        return diary;
    }

    /** The target could not be read this time. */
    void missed(ProviderException why, Instant at) {
        diary.add(Kind.FAILED, at, why.what());
        failure = why;
    }

    /** A look has not shown it any more. */
    Step gone() {
        return end(Result.STALE, "It is no longer there; nothing more was done.", "plan again");
    }

    /** Another one of its declaration is as expected, and the manifest wants any. */
    Step noLongerNeeded() {
        return end(
                asked() ? Result.MET : Result.SKIPPED,
                "Another one is as expected, which is enough (match: any).",
                null);
    }

    /** Takes in what a look has shown. */
    Step seen(Change now, Instant at) {
        diary.add(Kind.LOOKED, at, now.reason().message());
        boolean first = !seen;
        failure = null;
        seen = true;
        if (!now.observed().equals(latest.observed())) {
            since = at;
        }
        latest = now;
        return switch (now.action()) {
            case NONE -> met(first);
            case RETRY -> ask(now);
            case WAIT -> waiting(now);
            case MANUAL, ERROR -> needsPerson(now);
        };
    }

    /** What comes after a wait was waited for, also where nobody could be asked. */
    private Step met(boolean first) {
        return planned.action() == Action.RETRY && !asked() && first
                ? end(Result.SKIPPED, "It is as expected already; nothing was asked.", null)
                : end(Result.MET, "It is as expected now.", null);
    }

    private Step ask(Change now) {
        if (now.trigger() != null
                && planned.trigger() != null
                && now.trigger().kind() == planned.trigger().kind()) {
            return new Step.Ask();
        }
        return asked() ? new Step.Wait() : stale(now);
    }

    /** A change that is ready but must wait was held back by apply itself, unless the plan had it so. */
    private Step waiting(Change now) {
        boolean ready = now.verdict() == Verdict.READY;
        boolean expected =
                planned.action() == Action.RETRY ? ready : !ready || planned.verdict() == Verdict.READY || mayAsk();
        return asked() || expected ? new Step.Wait() : stale(now);
    }

    private Step needsPerson(Change now) {
        return asked() || planned.action() == Action.WAIT
                ? end(Result.NEEDS_PERSON, now.reason().message(), now.next())
                : stale(now);
    }

    private Step stale(Change now) {
        return end(
                Result.STALE,
                "Another action would be planned now, so nothing was asked: "
                        + now.reason().message(),
                "plan again");
    }

    /** The outcome when the deadline has come. */
    Outcome outOfTime(boolean waited) {
        if (failure != null) {
            return outcome(Result.FAILED, failure.what(), failure.hint().orElse("plan again later"));
        }
        if (!seen) {
            return outcome(
                    Result.STILL_CONVERGING, "The deadline came before its turn; nothing was asked.", "plan again");
        }
        if (!waited && asked()) {
            return outcome(Result.STILL_CONVERGING, "A check was asked for, and not waited for.", "plan again later");
        }
        if (asked() && latest.observed().equals(planned.observed())) {
            return outcome(
                    Result.UNCHANGED,
                    "A check was asked for; nothing had changed by the deadline.",
                    "see that what is asked for is published, then plan again");
        }
        return outcome(Result.STILL_CONVERGING, latest.reason().message(), "plan again later");
    }

    /** The outcome when the run is stopped. */
    Outcome interrupted() {
        return outcome(
                Result.INTERRUPTED,
                asked()
                        ? "Stopped after a check was asked for; its end was not waited for."
                        : "Stopped before anything was asked.",
                "plan again");
    }

    /** The outcome when a call was refused. */
    Outcome failed(ProviderException why) {
        return outcome(Result.FAILED, why.what(), why.hint().orElse("plan again"));
    }

    private Step end(Result result, String message, @Nullable String next) {
        return new Step.End(outcome(result, message, next));
    }

    private Outcome outcome(Result result, String message, @Nullable String next) {
        return new Outcome(planned, result, message, next, triggers, seen ? latest : null);
    }
}
