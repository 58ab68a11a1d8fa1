package dev.ascertain.core.apply;

import dev.ascertain.core.apply.Course.Kind;
import dev.ascertain.core.apply.Course.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes down what is done for one change. Steps that show the same are one: a long wait stays short. For one thread. */
final class Diary {
    private final List<Step> steps = new ArrayList<>();

    void add(Kind kind, Instant at, String said) {
        if (!steps.isEmpty() && isMore(steps.getLast(), kind, said)) {
            Step last = steps.removeLast();
            steps.add(new Step(kind, last.from(), at, last.times() + 1, said));
        } else {
            steps.add(new Step(kind, at, at, 1, said));
        }
    }

    /** A check that is asked for again is told again. */
    private static boolean isMore(Step last, Kind kind, String said) {
        return kind != Kind.ASKED && last.kind() == kind && last.said().equals(said);
    }

    Course until(Instant end) {
        return new Course(steps, end);
    }
}
