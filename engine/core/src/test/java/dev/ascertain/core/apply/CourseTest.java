package dev.ascertain.core.apply;

import static dev.ascertain.testkit.FakeProvider.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.World;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When what was done, as an outcome tells it. */
class CourseTest {
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final LiveVerification GAVE_UP = live("a.example.com", Status.GAVE_UP);
    private static final LiveVerification WORKING = live("a.example.com", Status.IN_PROGRESS);

    private final World world = new World();
    private final Instant begin = world.time.instant();

    @Test
    void tellsWhatWasAskedSeenAndRefusedAndWhenItEnded() {
        world.declares("a");
        world.provider
                .shows("a", GAVE_UP)
                .showsAfterTrigger("a", WORKING)
                .showsAfterTrigger("a", WORKING)
                .failsAfterTrigger("a", ApplierTest.failure(Kind.UNAVAILABLE))
                .showsAfterTrigger("a", live("a.example.com", Status.VERIFIED));

        assertThat(told(world.apply(world.plan(), WAIT))).isEqualTo("""
                        0 to 0 LOOKED 1: Fake gave up waiting; nothing in its answer stands in the way of another check.
                        0 to 0 ASKED 1: Fake to check (place a, a.example.com)
                        5 to 15 LOOKED 2: Fake is working on it.
                        35 to 35 FAILED 1: Fake failed.
                        55 to 55 LOOKED 1: It is as expected.
                        55 ended
                        """);
    }

    @Test
    void aLongWaitStaysShort() {
        world.declares("a");
        world.provider.shows("a", GAVE_UP).showsAfterTrigger("a", WORKING);

        Course course = world.apply(world.plan(), WAIT).outcomes().getFirst().course();

        assertThat(course.steps()).hasSize(3);
        assertThat(course.steps().getLast().times()).isGreaterThan(5);
    }

    @Test
    void whereNothingIsDoneNothingIsTold() {
        world.declares("a");
        world.provider.shows("a", live("a.example.com", Status.VERIFIED));

        assertThat(world.apply(world.plan(), WAIT).outcomes().getFirst().course())
                .isEqualTo(Course.NONE);
    }

    private String told(ApplyResult result) {
        Course course = result.outcomes().getFirst().course();
        var text = new StringBuilder();
        for (Course.Step step : course.steps()) {
            text.append("%d to %d %s %d: %s\n"
                    .formatted(seconds(step.from()), seconds(step.to()), step.kind(), step.times(), step.said()));
        }
        return text.append(seconds(course.ended())).append(" ended\n").toString();
    }

    private long seconds(Instant at) {
        return Duration.between(begin, at).toSeconds();
    }
}
