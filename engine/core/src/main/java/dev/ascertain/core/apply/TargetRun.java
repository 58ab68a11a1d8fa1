package dev.ascertain.core.apply;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.observe.Reader;
import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies what a plan laid out for one target, from the look just before the trigger to the last poll. For one thread. */
final class TargetRun {
    /**
     * What the runs of all targets share.
     *
     * @param lookout looks at the world before a check is asked for
     * @param ended is told each outcome
     * @param deadline when waiting ends; null not to wait at all
     */
    record Surroundings(
            RunContext context,
            Reader reader,
            Lookout lookout,
            Consumer<ApplyEvent> listener,
            Consumer<Outcome> ended,
            @Nullable Deadline deadline) {
        Instant now() {
            return context.clock().instant();
        }

        /** Whether nothing more is begun. */
        boolean isOver() {
            return deadline != null && !now().isBefore(deadline.lastLook());
        }
    }

    private final Bound bound;
    private final Provider provider;
    private final Surroundings around;
    private final Reassessment reassessment;
    private final Map<String, Pursuit> open = new LinkedHashMap<>();
    private int polls;

    TargetRun(Bound bound, List<Change> changes, Accounts accounts, Surroundings around) {
        this.bound = bound;
        this.provider = accounts.provider(bound.account());
        this.around = around;
        this.reassessment = new Reassessment(bound, accounts, around, open);
        changes.forEach(change -> open.put(change.key(), new Pursuit(change, around.now())));
    }

    void run() {
        Deadline deadline = around.deadline();
        if (deadline == null) {
            pursue();
            return;
        }
        TimeLimit.until(deadline.end(), this::pursue);
    }

    private void pursue() {
        try {
            if (!around.isOver()) {
                look();
            }
            while (!open.isEmpty() && hold()) {
                look();
            }
            endAll(pursuit -> pursuit.outOfTime(around.deadline() != null));
        } catch (InterruptedException e) {
            endAll(Pursuit::interrupted);
        }
    }

    /** Waits until the next look is due. False if there is none any more. */
    private boolean hold() throws InterruptedException {
        around.context().pause().hold(Duration.ZERO);
        Deadline deadline = around.deadline();
        if (deadline == null || around.isOver()) {
            return false;
        }
        Instant wake = earlier(earlier(around.now().plus(pollingStep()), reassessment.due()), deadline.lastLook());
        open.values()
                .forEach(pursuit ->
                        around.listener().accept(new ApplyEvent.Progress(pursuit.latest(), pursuit.since(), wake)));
        around.context().pause().hold(Duration.between(around.now(), wake));
        return true;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    /** The steps begin anew with each check that is asked for. */
    private Duration pollingStep() {
        List<Duration> steps = bound.declarations().getFirst().type().pollingSteps();
        Duration step = steps.get(Math.min(polls, steps.size() - 1));
        polls++;
        return step;
    }

    private void look() throws InterruptedException {
        Instant since = around.now();
        switch (around.reader().read(bound, provider, since)) {
            case Look.Seen seen -> ask(take(reassessment.fresh(seen, since)));
            case Look.Unseen(ProviderException failure) -> missed(failure);
        }
    }

    /**
     * An outage may pass, and is waited out; whatever else keeps us from reading does not. That the time was over before
     * its turn came is no failure of the provider's.
     */
    private void missed(ProviderException failure) throws InterruptedException {
        around.context().pause().hold(Duration.ZERO);
        if (failure.kind() == Kind.NOT_ASKED
                && TimeLimit.isOver(around.context().clock())) {
            return;
        }
        switch (failure.kind()) {
            case THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE ->
                open.values().forEach(pursuit -> pursuit.missed(failure, around.now()));
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REJECTED, NOT_ASKED -> endAll(pursuit -> pursuit.failed(failure));
        }
    }

    /** Ends what has come to its end, and returns what is to be asked for. */
    private List<Pursuit> take(List<Change> judged) {
        Map<String, Change> changes =
                judged.stream().collect(Collectors.toMap(Change::key, Function.identity(), (first, _) -> first));
        var toAsk = new ArrayList<Pursuit>();
        for (Pursuit pursuit : List.copyOf(open.values())) {
            switch (next(pursuit, changes)) {
                case Pursuit.Step.Ask _ -> toAsk.add(pursuit);
                case Pursuit.Step.Wait _ -> {}
                case Pursuit.Step.End(Outcome outcome) -> end(pursuit, outcome);
            }
        }
        return toAsk;
    }

    private Pursuit.Step next(Pursuit pursuit, Map<String, Change> changes) {
        Change now = changes.get(pursuit.planned().key());
        if (now != null) {
            return pursuit.seen(now, around.now());
        }
        String address = pursuit.planned().subject().address();
        boolean another = changes.values().stream()
                .anyMatch(change -> change.subject().address().equals(address) && change.action() == Action.NONE);
        return another && anyIsEnough(address) ? pursuit.noLongerNeeded() : pursuit.gone();
    }

    private boolean anyIsEnough(String address) {
        return bound.declarations().stream()
                .anyMatch(declaration -> declaration.match() == Match.ANY
                        && declaration.address().toString().equals(address));
    }

    /** Sends each call once, however many verifications it serves. */
    private void ask(List<Pursuit> pursuits) throws InterruptedException {
        var calls = new LinkedHashMap<Trigger, List<Pursuit>>();
        for (Pursuit pursuit : pursuits) {
            Trigger trigger = Objects.requireNonNull(pursuit.latest().trigger());
            calls.computeIfAbsent(trigger, _ -> new ArrayList<>()).add(pursuit);
        }
        for (Map.Entry<Trigger, List<Pursuit>> call : calls.entrySet()) {
            around.context().pause().hold(Duration.ZERO);
            List<Pursuit> stillOpen =
                    call.getValue().stream().filter(this::mayBeAsked).toList();
            if (!stillOpen.isEmpty()) {
                send(call.getKey(), stillOpen);
            }
        }
    }

    /** Not if an earlier call of the same look has served it, or has brought it to its end. */
    private boolean mayBeAsked(Pursuit pursuit) {
        return open.containsKey(pursuit.planned().key())
                && reassessment.limits().allow(pursuit.instance(), around.now());
    }

    private void send(Trigger trigger, List<Pursuit> pursuits) throws InterruptedException {
        List<Change> changes = pursuits.stream().map(Pursuit::latest).toList();
        around.listener().accept(new ApplyEvent.Started(changes, trigger));
        pursuits.forEach(pursuit -> asked(pursuit, trigger));
        polls = 0;
        try {
            TriggerReply reply = provider.trigger(bound.target(), trigger);
            answered(reply, pursuits);
        } catch (ProviderException failure) {
            around.listener().accept(new ApplyEvent.Errored(changes, failure.what()));
            refused(failure, pursuits);
        }
    }

    private void asked(Pursuit pursuit, Trigger trigger) {
        Instant now = around.now();
        reassessment.limits().asked(pursuit.instance(), now);
        pursuit.diary().add(Course.Kind.ASKED, now, trigger.description());
    }

    private void answered(TriggerReply reply, List<Pursuit> pursuits) {
        if (reply.asked()) {
            pursuits.forEach(Pursuit::countTrigger);
        }
        if (reply.notice() != null) {
            around.listener().accept(new ApplyEvent.Notice(reply.notice()));
        }
        Observation observation = reply.observation();
        if (observation != null) {
            take(reassessment.known(new Look.Seen(observation)));
        }
    }

    /** After an outage nobody knows whether the call arrived: it is counted, never repeated, and the looks will tell. */
    private void refused(ProviderException failure, List<Pursuit> pursuits) throws InterruptedException {
        if (failure.kind() == Kind.NOT_ASKED) {
            around.context().pause().hold(Duration.ZERO);
        }
        boolean unknown = failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.MALFORMED_RESPONSE;
        for (Pursuit pursuit : pursuits) {
            pursuit.diary().add(Course.Kind.FAILED, around.now(), failure.what());
            if (unknown) {
                pursuit.countTrigger();
            } else {
                end(pursuit, pursuit.failed(failure));
            }
        }
    }

    private void endAll(Function<Pursuit, Outcome> outcome) {
        List.copyOf(open.values()).forEach(pursuit -> end(pursuit, outcome.apply(pursuit)));
    }

    private void end(Pursuit pursuit, Outcome outcome) {
        open.remove(pursuit.planned().key());
        around.ended().accept(outcome.after(pursuit.diary().until(around.now())));
    }
}
