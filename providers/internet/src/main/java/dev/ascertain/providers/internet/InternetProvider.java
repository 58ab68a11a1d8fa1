package dev.ascertain.providers.internet;

import dev.ascertain.evidence.probe.Probes;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerReply;
import dev.ascertain.spi.TriggerWish;
import java.time.Duration;
import java.util.List;

/** The world as it can be seen from here. Nothing in it can be asked for a check, so it is only looked at. */
final class InternetProvider implements Provider {
    private static final TriggerDecision ONLY_LOOK =
            new TriggerDecision.OnlyLook("There is nobody to ask: it counts as soon as it can be seen.");
    private static final TriggerDecision NO_ORDER =
            new TriggerDecision.Impossible("Nobody takes orders for this: change what is published or served.");

    private final RunContext context;
    private final Probes probes;

    /** @param probes the run's own, which closes them */
    InternetProvider(Probes probes, RunContext context) {
        this.context = context;
        this.probes = probes;
    }

    @Override
    public Target bind(Declared declared) {
        return InternetTarget.of(declared);
    }

    @Override
    public Observation observe(Target target, Interest interest) {
        var wanted = (InternetTarget) target;
        wanted.check();
        checkRunning();
        return switch (wanted) {
            case InternetTarget.Publication publication ->
                RecordReading.observation(publication, probes.ask(publication.question(), interest.since()));
            case InternetTarget.Service service ->
                EndpointReading.observation(
                        probes.endpoint(service.name(), (int) service.port(), interest.since()),
                        context.clock().instant());
        };
    }

    /** Keeps a run that was stopped from taking silence for an answer. */
    private void checkRunning() {
        try {
            context.pause().hold(Duration.ZERO);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ProviderException.of(Kind.NOT_ASKED, "The run was stopped before the Internet was looked at.")
                    .build();
        }
    }

    @Override
    public List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes) {
        return wishes.stream()
                .map(wish -> switch (wish.kind()) {
                    case RECHECK -> ONLY_LOOK;
                    case NEW_ORDER -> NO_ORDER;
                })
                .toList();
    }

    @Override
    public TriggerReply trigger(Target target, Trigger trigger) {
        throw ProviderException.of(Kind.REJECTED, "The Internet can be asked for no check.")
                .build();
    }

    @Override
    public void close() {}
}
