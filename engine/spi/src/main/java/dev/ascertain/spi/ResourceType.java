package dev.ascertain.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of verification: what a manifest declares of it, and what the provider reports.
 *
 * @param name such as {@code cloudflare_ssl_verification}
 * @param doc one or two sentences
 * @param declared what a declaration may set
 * @param live what the provider reports: what can be expected, selected on and shown
 * @param exactlyOneOf groups of declared attributes of which exactly one must be set
 * @param verified the provider's own idea of <em>verified</em>, which holds where a manifest has no {@code expect}
 * @param pollingSteps how long to wait before each look after a check was asked for, the last one again and again
 */
public record ResourceType(
        String name,
        String doc,
        List<DeclaredAttribute> declared,
        List<LiveAttribute> live,
        List<Set<String>> exactlyOneOf,
        List<DefaultExpectation> verified,
        List<Duration> pollingSteps) {
    public ResourceType {
        declared = List.copyOf(declared);
        live = List.copyOf(live);
        exactlyOneOf = List.copyOf(exactlyOneOf);
        verified = List.copyOf(verified);
        pollingSteps = List.copyOf(pollingSteps);
        if (pollingSteps.isEmpty()) {
            throw new IllegalArgumentException(name + " has no polling steps");
        }
    }

    public Optional<DeclaredAttribute> declared(String attribute) {
        return declared.stream().filter(a -> a.name().equals(attribute)).findFirst();
    }

    public Optional<LiveAttribute> live(String attribute) {
        return live.stream().filter(a -> a.name().equals(attribute)).findFirst();
    }
}
