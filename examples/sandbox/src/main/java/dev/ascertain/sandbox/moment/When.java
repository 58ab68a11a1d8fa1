package dev.ascertain.sandbox.moment;

import dev.ascertain.sandbox.section.Section;
import java.time.Duration;
import java.util.Objects;

/** What something of a scenario waits for before it is true. */
public sealed interface When {
    /** How long after what it waits for. */
    Duration delay();

    /** Nothing: it was true before the sandbox was started. */
    record Always() implements When {
        @Override
        public Duration delay() {
            return Duration.ZERO;
        }
    }

    /** Counted from the start of the sandbox. */
    record AfterStart(Duration delay) implements When {}

    /** Counted from the nth question to a name server for one of the names that this is about. */
    record AfterQuestions(int count, Duration delay) implements When {}

    /**
     * Counted from the first such call over HTTP to the clouds or to {@code /sandbox/…}.
     *
     * @param call method and target, such as {@code POST /sandbox/publish}, {@code *} standing for anything
     */
    record AfterCall(String call, Duration delay) implements When {}

    /** Reads {@code after}, {@code after_questions} and {@code after_call}; without any of them it is the start. */
    static When of(Section section) {
        var delay = Objects.requireNonNullElse(section.duration("after"), Duration.ZERO);
        int questions = section.number("after_questions");
        var call = section.text("after_call");
        if (questions > 0 && call != null) {
            throw section.wrong("after_call", "either this or after_questions.");
        }
        if (call != null) {
            return new AfterCall(call, delay);
        }
        return questions > 0 ? new AfterQuestions(questions, delay) : new AfterStart(delay);
    }
}
