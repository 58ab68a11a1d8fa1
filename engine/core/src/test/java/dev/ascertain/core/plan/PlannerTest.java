package dev.ascertain.core.plan;

import static dev.ascertain.testkit.FakeProvider.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ascertain.core.World;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final World world = new World();

    @Test
    void tellsWhatDiffersInTheManifestsOrder() {
        world.declares("b").declares("a").declares("c").declares("d").declares("e");
        world.provider
                .shows("a", live("a.example.com", Status.NEEDS_PROOF))
                .shows("b", live("b.example.com", Status.VERIFIED))
                .shows("c", live("c.example.com", Status.IN_PROGRESS))
                .fails("d", failure(Kind.UNAVAILABLE));

        Plan plan = world.plan().plan();

        assertThat(plan.changes())
                .extracting(Change::key, Change::action)
                .containsExactly(
                        tuple("fake_verification.b  b.example.com", Action.NONE),
                        tuple("fake_verification.a  a.example.com", Action.RETRY),
                        tuple("fake_verification.c  c.example.com", Action.WAIT),
                        tuple("fake_verification.d", Action.ERROR),
                        tuple("fake_verification.e", Action.MANUAL));
        assertThat(plan.summary()).isEqualTo(new Summary(1, 1, 1, 1, 1));
        assertThat(plan.complete()).isTrue();
        assertThat(plan.expiresAt()).isEqualTo(plan.createdAt().plus(Planner.VALIDITY));
    }

    @Test
    void neverTriggers() {
        world.declares("a");
        world.provider.shows("a", live("a.example.com", Status.GAVE_UP));

        Change change = world.plan().plan().changes().getFirst();

        assertThat(change.next()).isEqualTo("ask Fake to check (place a, a.example.com)");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void readsATargetOnceHoweverManyDeclareIt() {
        for (int i = 0; i < 100; i++) {
            world.declaresIn("one", "n" + i);
        }
        world.provider.shows("one", live("x.example.com", Status.GAVE_UP));

        assertThat(world.plan().plan().changes()).hasSize(100);
        assertThat(world.provider.observed()).containsExactly("one");
    }

    @Test
    void asksNoMoreWhenTheFirstFiveAreAllRefused() {
        for (int i = 0; i < 8; i++) {
            world.declares("p" + i);
            world.provider.fails("p" + i, failure(Kind.FORBIDDEN));
        }

        Plan plan = world.plan().plan();

        assertThat(world.provider.observed()).containsExactly("p0", "p1", "p2", "p3", "p4");
        assertThat(plan.changes().getLast().reason().code()).isEqualTo("not-asked");
        assertThat(plan.changes().getLast().reason().message())
                .isEqualTo("Not asked: the first 5 of this account were all refused with a 403.");
        assertThat(plan.complete()).isFalse();
    }

    @Test
    void goesOnWhenOneOfTheFirstAnswersOtherwise() {
        for (int i = 0; i < 8; i++) {
            world.declares("p" + i);
        }
        for (int i = 0; i < 4; i++) {
            world.provider.fails("p" + i, failure(Kind.FORBIDDEN));
        }

        assertThat(world.plan().plan().complete()).isTrue();
        assertThat(world.provider.observed()).hasSize(8);
    }

    @Test
    void asksNothingOnceStoppedAndSaysSo() {
        world.declares("a").declares("b");
        world.time.stop();

        PlanResult result = world.plan();

        assertThat(result.interrupted()).isTrue();
        assertThat(result.plan().complete()).isFalse();
        assertThat(result.plan().changes())
                .extracting(change -> change.reason().message())
                .containsOnly("The run was stopped before this was asked.");
        assertThat(world.provider.observed()).isEmpty();
    }

    @Test
    void readsOnlyWhatIsSelected() {
        world.declares("shop").declares("blog").declares("shop2");

        Plan plan = world.plan(new Selection(List.of("fake_verification.shop*"), List.of("*.shop2")))
                .plan();

        assertThat(plan.changes()).extracting(Change::key).containsExactly("fake_verification.shop");
    }

    @Test
    void leavesToAPersonWhatNoCallCanAskFor() {
        world.declares("a", Retry.AUTO, Map.of("trigger", Value.of("impossible")));
        world.declares("b", Retry.AUTO, Map.of("trigger", Value.of("none")));
        world.provider.shows("a", live("a.example.com", Status.GAVE_UP)).shows("b", live("b", Status.GAVE_UP));

        List<Change> changes = world.plan().plan().changes();

        assertThat(changes).extracting(Change::action).containsExactly(Action.MANUAL, Action.WAIT);
        assertThat(changes.getFirst().next()).isEqualTo("There is no call for this one. Ask by hand.");
        assertThat(changes.getLast().next()).isEqualTo("The manifest says not to ask.");
    }

    private static ProviderException failure(Kind kind) {
        return ProviderException.of(kind, "Fake failed.").build();
    }
}
