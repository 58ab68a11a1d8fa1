package dev.ascertain.core.judge;

import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Targets of aliases by which a provider is left to publish the proof itself, such as
 * {@code shop.example.0123456789abcdef.dcv.cloudflare.com}: the host, an identifier of the zone, the provider's domain.
 *
 * @param domain the provider's, canonical; null if it offers no such thing
 * @see <a
 *     href="https://developers.cloudflare.com/ssl/edge-certificates/changing-dcv-method/methods/delegated-dcv/">Cloudflare:
 *     delegated DCV</a>
 */
record DelegatedProof(@Nullable String domain) {
    static DelegatedProof of(Claim claim) {
        return new DelegatedProof(claim.delegation() == null ? null : Names.canonical(claim.delegation()));
    }

    /** Whether a target is meant for the provider, be it right or not: also with a zone appended to it by mistake. */
    boolean isMeant(String target) {
        return domain != null && ("." + target + ".").contains("." + domain + ".");
    }

    /**
     * Whether a target is the one for a name such as {@code _acme-challenge.shop.example}. The identifier is not known
     * here: any single label counts.
     */
    boolean isRight(String name, String target) {
        String front = host(name) + ".";
        String back = "." + domain;
        int identifier = target.length() - front.length() - back.length();
        return identifier > 0
                && target.startsWith(front)
                && target.endsWith(back)
                && target.indexOf('.', front.length()) == front.length() + identifier;
    }

    /** What a right target looks like. */
    String pattern(String name) {
        return host(name) + ".<id>." + domain;
    }

    private static String host(String name) {
        return name.startsWith("_") ? Names.parent(name) : name;
    }
}
