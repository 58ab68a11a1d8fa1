package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.RecordKey;
import dev.ascertain.sandbox.dns.Landscape.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Follows delegations and aliases, and holds what it found as long as its TTL says. Safe for many threads. */
final class Recursor {
    private static final int LONGEST_CHAIN = 12;

    private record Held(Resolution resolution, Instant since) {
        boolean isFresh(Instant now) {
            return now.isBefore(since.plusSeconds(resolution.seconds()));
        }

        Resolution at(Instant now) {
            return resolution.aged(Duration.between(since, now).toSeconds());
        }
    }

    private final Walk walk;
    private final Duration lag;
    private final Map<RecordKey, Held> cache = new ConcurrentHashMap<>();

    /** @param lag how much later than the name servers it sees a change */
    Recursor(Walk walk, Duration lag) {
        this.walk = walk;
        this.lag = lag;
    }

    Resolution resolve(Name name, int type, Instant now) {
        List<Record> chain = new ArrayList<>();
        var security = Security.SIGNED;
        var current = name;
        while (chain.size() < LONGEST_CHAIN) {
            var found = lookup(new RecordKey(current, type), now).behind(List.of(), security);
            security = found.security();
            var target = target(found, type);
            if (target == null) {
                return found.behind(chain, security);
            }
            chain.addAll(found.records());
            current = target;
        }
        return Resolution.failed(ExtendedErrorCodeOption.OTHER, "the chain of CNAME records is too long");
    }

    /** Where to go on: an alias stands last, and nothing else was asked for. */
    private static @Nullable Name target(Resolution found, int type) {
        if (found.isFailure() || found.negative() != null || type == Type.CNAME || type == Type.ANY) {
            return null;
        }
        return found.records().getLast() instanceof CNAMERecord alias ? alias.getTarget() : null;
    }

    private Resolution lookup(RecordKey key, Instant now) {
        var held = cache.get(key);
        if (held != null && held.isFresh(now)) {
            return held.at(now);
        }
        var resolution = walk.look(key.name(), key.type(), now.minus(lag));
        if (!resolution.isFailure()) {
            cache.put(key, new Held(resolution, now));
        }
        return resolution;
    }
}
