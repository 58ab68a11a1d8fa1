package dev.ascertain.spi;

/**
 * One call that asks for a check. Two verifications with equal triggers are served by one call.
 *
 * @param kind what it does
 * @param description what will be done, to be read after "ask", such as {@code Cloudflare to retry (zone example.com,
 *     ?retry=true)}; no secret
 * @param call what {@link Provider#trigger} needs to know, in the provider's own form
 */
public record Trigger(Kind kind, String description, String call) {
    public enum Kind {
        /** Check again what was ordered: the published token keeps counting. */
        RECHECK,
        /** Order anew: there will be other tokens, and a published one stops counting. */
        NEW_ORDER
    }
}
