package dev.ascertain.spi;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be verified, in terms of the world outside the provider: so that the engine can look at it the way whoever
 * verifies will.
 *
 * @param host the name, lower case, with {@code *.} in front for a wildcard; empty if the provider does not say
 * @param certificate whether a certificate authority takes part, so that CAA records and the served certificate matter
 * @param authorities the issuer domain names of the authorities of which one will issue, as they stand in CAA records,
 *     such as {@code letsencrypt.org}; empty if none takes part
 * @param chosen the one of them that is asked; null if the provider does not say
 * @param delegation the domain below which the provider itself can publish the proof, if the name of a TXT record is an
 *     alias for a name there, such as {@code dcv.cloudflare.com}; null if it offers that not
 */
public record Claim(
        String host,
        boolean certificate,
        List<String> authorities,
        @Nullable String chosen,
        @Nullable String delegation) {
    /** Nothing is known: there is nothing to look at. */
    public static final Claim NONE = new Claim("", false, List.of(), null, null);

    public Claim {
        host = host.toLowerCase(Locale.ROOT);
        authorities = List.copyOf(authorities);
    }

    /** The ownership of a domain, in which no certificate authority takes part. */
    public static Claim ownership(String domain) {
        return new Claim(domain, false, List.of(), null, null);
    }
}
