package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Claim;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that issue for Cloudflare, by the names that stand for them in CAA records.
 *
 * @see <a href="https://developers.cloudflare.com/ssl/edge-certificates/caa-records/">Cloudflare: CAA records</a>
 */
final class Authorities {
    private static final List<String> ALL =
            List.of("letsencrypt.org", "pki.goog", "ssl.com", "sectigo.com", "digicert.com");

    /** By the word of a pack's {@code certificate_authority}. */
    private static final Map<String, String> BY_WORD = Map.of(
            "lets_encrypt", "letsencrypt.org",
            "google", "pki.goog",
            "ssl_com", "ssl.com",
            "sectigo", "sectigo.com",
            "digicert", "digicert.com");

    /** Below it Cloudflare publishes the proof itself where a name is delegated to it. */
    private static final String DELEGATION = "dcv.cloudflare.com";

    private Authorities() {}

    /**
     * @param hostname null if not reported
     * @param pack null if it could not be read: who issues is not known then
     */
    static Claim claim(@Nullable String hostname, @Nullable WirePack pack) {
        String word = pack == null ? null : Texts.orNull(pack.certificateAuthority());
        String chosen = word == null ? null : BY_WORD.get(word);
        return new Claim(hostname == null ? "" : hostname, true, ALL, chosen, DELEGATION);
    }
}
