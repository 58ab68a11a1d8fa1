package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.providers.http.HttpAccess;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerReply;
import dev.ascertain.spi.TriggerWish;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** One account at Huawei Cloud Live, in one region. */
final class HuaweiCloudLiveProvider implements Provider {
    /**
     * An older region, or a gateway that publishes only the query: that alone is still worth waiting for. The same
     * sentence for every domain, so that it is said once.
     */
    private static final String NO_SUCH_CALL =
            "Huawei Cloud Live has no call here to ask for a check%s; the query goes on until the deadline.";

    private final HttpAccess access;
    private final LiveReads reads;
    private final LiveTriggers triggers;
    private final Supplier<String> project;
    private final Clock clock;

    /**
     * @param project gives the id of the region's project; asked only where a call needs it
     */
    HuaweiCloudLiveProvider(HttpAccess access, URI endpoint, Supplier<String> project, Clock clock) {
        this.access = access;
        this.reads = access.reads(LiveReads.class, endpoint);
        this.triggers = access.triggers(LiveTriggers.class, endpoint);
        this.project = project;
        this.clock = clock;
    }

    @Override
    public Target bind(Declared declared) {
        return DomainTarget.of(declared);
    }

    @Override
    public Observation observe(Target target, Interest interest) {
        var domain = (DomainTarget) target;
        return LiveState.observed(domain, reads.verification(project.get(), domain.domain()), clock.instant());
    }

    @Override
    public Discovery discovery() {
        return new NamedDomains();
    }

    @Override
    public List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes) {
        var domain = (DomainTarget) target;
        return wishes.stream().map(wish -> decision(domain, wish)).toList();
    }

    @Override
    public TriggerReply trigger(Target target, Trigger trigger) {
        var domain = (DomainTarget) target;
        var request = new CheckRequest(domain.domain(), trigger.call());
        String id = project.get();
        try {
            var reply = triggers.check(id, request);
            return new TriggerReply(LiveState.observed(domain, reply, clock.instant()), null, true);
        } catch (ProviderException refused) {
            if (refused.kind() != ProviderException.Kind.NOT_FOUND) {
                throw refused;
            }
            String code = refused.code().map(" (%s)"::formatted).orElse("");
            return new TriggerReply(null, NO_SUCH_CALL.formatted(code), false);
        }
    }

    @Override
    public void close() {
        access.close();
    }

    private static TriggerDecision decision(DomainTarget target, TriggerWish wish) {
        return switch (wish.kind()) {
            case NEW_ORDER ->
                new TriggerDecision.Impossible("Huawei Cloud Live takes no orders: it only checks what is published.");
            case RECHECK -> recheck(target, wish.declared());
        };
    }

    private static TriggerDecision recheck(DomainTarget target, Declared declared) {
        if (DomainVerification.NO_TRIGGER.equalsIgnoreCase(declared.text(DomainVerification.TRIGGER))) {
            return new TriggerDecision.OnlyLook(
                    "The manifest says trigger: none, so Huawei Cloud Live is not asked to check " + target.domain()
                            + ".");
        }
        String word = target.form().word();
        String description = "Huawei Cloud Live to check %s (POST, %s)".formatted(target.domain(), word);
        return new TriggerDecision.Ask(new Trigger(Trigger.Kind.RECHECK, description, word));
    }
}
