package dev.ascertain.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as one address of its host served it, redirects included.
 *
 * @param address the address that the first hop went to
 * @param hops at least one; the last one is where it ended
 */
public record Visit(String address, List<Hop> hops) {
    private static final int OK = 200;

    /** What became of one request. */
    public enum Outcome {
        /** A status line came. */
        ANSWERED,
        /** No connection: refused, no route. */
        NO_CONNECTION,
        /** Nothing, or not all of it, came within the time. */
        SILENT,
        /** What came is not HTTP. */
        MALFORMED,
        /** The address is loopback, link-local or private, and the manifest does not allow that. */
        FORBIDDEN_ADDRESS,
        /** A redirect that a CA does not follow: code, scheme, port, circle, or too many. */
        BAD_REDIRECT,
        /** The host of a redirect has no address. */
        NO_ADDRESS,
        /** Time was up, or the run was stopped. */
        NOT_ASKED
    }

    /**
     * One request.
     *
     * @param status the HTTP status; 0 unless answered
     * @param location where it redirects to; null if it does not
     * @param body the beginning, at most {@value #LARGEST_BODY} characters, trailing white space removed
     * @param contentType without parameters, lower case; null if not said
     * @param challenged whether it carries {@code cf-mitigated}
     */
    public record Hop(
            String url,
            Outcome outcome,
            int status,
            @Nullable String location,
            String body,
            @Nullable String contentType,
            boolean challenged) {
        /** More than any token, and little enough to keep for ten thousand names. */
        public static final int LARGEST_BODY = 1024;

        /** One that brought no answer. */
        public static Hop failed(String url, Outcome outcome) {
            return new Hop(url, outcome, 0, null, "", null, false);
        }

        /** A body that was cut may lack one character more: half of a pair of surrogates. */
        private boolean holds(String content) {
            boolean cut = content.length() > LARGEST_BODY && body.length() >= LARGEST_BODY - 1;
            return cut ? content.startsWith(body) : body.equals(content);
        }
    }

    public Visit {
        hops = List.copyOf(hops);
    }

    public Hop last() {
        return hops.getLast();
    }

    /**
     * Whether it ended at this content, with status 200; white space at the content's end does not count. Of a content
     * longer than {@value Hop#LARGEST_BODY} characters the beginning is compared, as no more of it was kept.
     */
    public boolean serves(String content) {
        return last().outcome() == Outcome.ANSWERED && last().status() == OK && last().holds(content.stripTrailing());
    }

    public boolean isRedirected() {
        return hops.size() > 1 || hops.getFirst().location() != null;
    }

    public boolean isIpv6() {
        return AddressText.isIpv6(address);
    }
}
