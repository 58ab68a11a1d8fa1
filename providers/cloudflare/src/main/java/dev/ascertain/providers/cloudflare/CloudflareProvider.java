package dev.ascertain.providers.cloudflare;

import dev.ascertain.providers.http.HttpAccess;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account at Cloudflare. */
final class CloudflareProvider implements Provider {
    private final HttpAccess access;
    private final URI base;
    private final Clock clock;
    private final CloudflareReads reads;
    private final Zones zones;
    private final @Nullable String account;

    /** @param account where zones are looked up; null for all that the credential can see */
    CloudflareProvider(HttpAccess access, URI base, @Nullable String account, Clock clock) {
        this.access = access;
        this.base = base;
        this.clock = clock;
        this.reads = access.reads(CloudflareReads.class, base);
        this.zones = new Zones(reads, account);
        this.account = account;
    }

    @Override
    public Target bind(Declared declared) {
        return ZoneTarget.of(declared);
    }

    /** One read, and a second one for the packs only where somebody wants to know more. */
    @Override
    public Observation observe(Target target, Interest interest) {
        Zone zone = zones.zone((ZoneTarget) target);
        List<WireVerification> wires = Envelope.elements(reads.verifications(zone.id()));
        Instant now = clock.instant();
        List<LiveVerification> plain = new LiveReading(Map.of(), now).of(wires);
        if (!wantsPacks(plain, interest)) {
            return new Observation(now, plain, zone.obstacles(), List.of());
        }
        try {
            List<LiveVerification> joined = new LiveReading(packs(zone), now).of(wires);
            return new Observation(now, joined, zone.obstacles(), List.of());
        } catch (ProviderException missing) {
            return new Observation(now, plain, zone.obstacles(), List.of(withoutPacks(zone, missing)));
        }
    }

    private static boolean wantsPacks(List<LiveVerification> plain, Interest interest) {
        return plain.stream().anyMatch(live -> live.attribute("cert_pack_uuid").isPresent())
                && (interest.expiry()
                        || SslVerification.JOINED_NAMES.stream().anyMatch(interest::names)
                        || plain.stream().anyMatch(interest::unmet));
    }

    private Map<String, WirePack> packs(Zone zone) {
        Map<String, WirePack> packs = new HashMap<>();
        for (WirePack pack : Envelope.allPages(page -> reads.packs(zone.id(), page))) {
            if (pack.id() != null) {
                packs.put(pack.id(), pack);
            }
        }
        return packs;
    }

    private static String withoutPacks(Zone zone, ProviderException missing) {
        return "The certificate packs of zone " + zone.title()
                + " could not be read, so certificate authority, expiry and"
                + " validation errors are missing. " + missing.what()
                + missing.hint().map(hint -> " " + hint).orElse("");
    }

    @Override
    public Discovery discovery() {
        return new ZoneList(reads, account);
    }

    @Override
    public List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes) {
        return new TriggerChoice((ZoneTarget) target, observation.verifications(), wishes).decisions();
    }

    @Override
    public TriggerReply trigger(Target target, Trigger trigger) {
        Zone zone = zones.zone((ZoneTarget) target);
        CloudflareTriggers triggers = access.triggers(CloudflareTriggers.class, base);
        return switch (TriggerCall.parse(trigger.call())) {
            case TriggerCall.WholeZone() -> retry(zone, triggers);
            case TriggerCall.OnePack(String id, String method) -> {
                Envelope.confirm(triggers.checkPack(zone.id(), id, new WireMethod(method)));
                yield TriggerReply.accepted();
            }
        };
    }

    /** The answer is a whole reading. One that cannot be understood does not say that nobody was asked. */
    private TriggerReply retry(Zone zone, CloudflareTriggers triggers) {
        try {
            List<WireVerification> wires = Envelope.elements(triggers.retryZone(zone.id()));
            Instant now = clock.instant();
            List<LiveVerification> live = new LiveReading(Map.of(), now).of(wires);
            return new TriggerReply(new Observation(now, live, zone.obstacles(), List.of()), null, true);
        } catch (ProviderException failure) {
            return switch (failure.kind()) {
                case MALFORMED_RESPONSE -> new TriggerReply(null, notUnderstood(zone, failure), true);
                case FORBIDDEN -> throw CloudflareRefusals.ofRetry(failure);
                case UNAUTHORIZED, NOT_FOUND, REJECTED, THROTTLED, UNAVAILABLE, NOT_ASKED -> throw failure;
            };
        }
    }

    private static String notUnderstood(Zone zone, ProviderException failure) {
        return "Cloudflare's answer to the retry of zone " + zone.title() + " could not be understood, so only the next"
                + " look tells what came of it. " + failure.what();
    }

    @Override
    public void close() {
        access.close();
    }
}
