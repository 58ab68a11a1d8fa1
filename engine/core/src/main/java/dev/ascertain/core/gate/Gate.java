package dev.ascertain.core.gate;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.gate.Condition.State;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.spi.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must not hold for any verification of a plan. One with the severity warning counts only where
 * {@link State#WARNING} is among the conditions.
 */
public record Gate(List<Condition> conditions) {
    /** What is always open. */
    public static final Gate OPEN = new Gate(List.of());

    public Gate {
        conditions = List.copyOf(conditions);
    }

    /** Whether it goes by when certificates expire, which is not read otherwise of what is as expected. */
    public boolean mindsExpiry() {
        return conditions.stream().anyMatch(Condition.Expiry.class::isInstance);
    }

    /** The conditions that hold, in their order. Times count from when the plan was made. */
    public List<Breach> breaches(Plan plan) {
        return conditions.stream()
                .map(condition -> new Breach(condition, count(condition, plan)))
                .filter(breach -> breach.count() > 0)
                .toList();
    }

    private int count(Condition condition, Plan plan) {
        return (int) plan.changes().stream()
                .filter(this::counts)
                .filter(change -> holds(condition, change, plan.createdAt()))
                .count();
    }

    private boolean counts(Change change) {
        return change.subject().severity() == Severity.ERROR || conditions.contains(State.WARNING);
    }

    private static boolean holds(Condition condition, Change change, Instant now) {
        Schedule schedule = change.schedule();
        return switch (condition) {
            case State state -> is(state, change);
            case Condition.Deadline deadline ->
                isUnmet(change)
                        && Stream.of(schedule.givesUp(), schedule.tokenExpires())
                                .filter(Objects::nonNull)
                                .anyMatch(time -> isWithin(time, deadline.within(), now));
            case Condition.Expiry expiry -> isWithin(schedule.notAfter(), expiry.within(), now);
        };
    }

    private static boolean is(State state, Change change) {
        boolean dead = change.verdict() == Verdict.DEAD;
        return switch (state) {
            case UNMET -> isUnmet(change);
            case BLOCKED -> change.action() == Action.MANUAL && !dead;
            case DEAD -> dead;
            case UNOBSERVABLE -> change.action() == Action.ERROR;
            case WARNING -> warns(change);
        };
    }

    private static boolean isUnmet(Change change) {
        return change.action() != Action.NONE && change.action() != Action.ERROR;
    }

    private static boolean warns(Change change) {
        boolean light = change.subject().severity() == Severity.WARNING && change.action() != Action.NONE;
        return light || change.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.WARNING);
    }

    private static boolean isWithin(@Nullable Instant time, Duration within, Instant now) {
        return time != null && time.isBefore(now.plus(within));
    }
}
