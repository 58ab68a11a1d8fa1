package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Domains as they are named: there is no list, and every name can be asked about. */
final class NamedDomains implements Discovery {
    @Override
    public Listing all(int page) {
        return new Listing(List.of(), 0);
    }

    /** No call: only the reading tells more. */
    @Override
    public List<Found> named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String domain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return List.of(new Found(domain, "", Map.of(DomainVerification.DOMAIN, Value.of(domain))));
    }
}
