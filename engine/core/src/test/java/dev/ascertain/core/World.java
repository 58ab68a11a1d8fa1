package dev.ascertain.core;

import dev.ascertain.core.apply.Applier;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.manifest.Account;
import dev.ascertain.core.manifest.Address;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import dev.ascertain.testkit.FakeProviderFactory;
import dev.ascertain.testkit.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One account at the fake provider, declarations in it, and the engine run on them. */
public final class World {
    public final FakeTime time = FakeTime.at("2026-11-22T12:00:00Z");
    public final FakeProvider provider = new FakeProvider(time);
    public final List<ApplyEvent> events = Collections.synchronizedList(new ArrayList<>());
    /** What is seen of the world; nothing, unless a test says so. */
    public Lookout lookout = Lookout.NONE;

    private final List<Declaration> declarations = new ArrayList<>();

    /** Declares a verification of a place of the same name. */
    public World declares(String name, Retry retry, Map<String, Value> more) {
        return declares(name, Match.EVERY, retry, more);
    }

    public World declaresAny(String name) {
        return declares(name, Match.ANY, Retry.AUTO, Map.of());
    }

    private World declares(String name, Match match, Retry retry, Map<String, Value> more) {
        var attributes = new HashMap<String, Value>(more);
        attributes.putIfAbsent("place", Value.of(name));
        Address address = new Address("fake_verification", name, null);
        declarations.add(new Declaration(
                address,
                FakeProviderFactory.TYPE,
                "fake",
                new Declared(address.toString(), address.type(), attributes),
                Map.of(),
                match,
                Map.of("state", new Matcher.Equals(Value.of("verified"))),
                retry,
                Severity.ERROR,
                null,
                new Place("world.yaml", declarations.size() + 1, 3, 4, "- type: fake_verification")));
        return this;
    }

    public World declares(String name) {
        return declares(name, Retry.AUTO, Map.of());
    }

    public World declaresIn(String place, String name) {
        return declares(name, Retry.AUTO, Map.of("place", Value.of(place), "trigger", Value.of("all")));
    }

    public PlanResult plan() {
        return plan(Selection.ALL);
    }

    public PlanResult plan(Selection selection) {
        Planner planner = new Planner(time.context(4), "test", lookout, _ -> {});
        return planner.plan(configuration(), accounts(), selection);
    }

    public PlanResult plan(Forcing forcing) {
        Planner planner = new Planner(time.context(4), "test", lookout, _ -> {});
        return planner.plan(configuration(), accounts(), Selection.ALL, forcing);
    }

    public ApplyResult apply(PlanResult planned, Duration patience) {
        return new Applier(time.context(4), lookout, events::add)
                .apply(planned.plan(), configuration(), accounts(), patience);
    }

    private Accounts accounts() {
        return Accounts.open(configuration(), time.context(4));
    }

    private Configuration configuration() {
        Account account = new Account(new FakeProviderFactory(provider), new Settings("fake", Map.of(), Map.of()));
        return new Configuration(List.of("world.yaml"), Map.of("fake", account), null, declarations, "sha256:0");
    }
}
