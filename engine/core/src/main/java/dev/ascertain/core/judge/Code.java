package dev.ascertain.core.judge;

import java.util.Locale;

/**
 * Every reason that a finding can have, in the order of the diagnosis. Scripts rely on the words, so one that was released
 * keeps its meaning; each has an entry in {@code engine/cli/REASONS.md}.
 */
enum Code {
    // the provider could not be asked, or knows nothing of it
    AUTH,
    NOT_PROVISIONED,
    API_THROTTLED,
    PROVIDER_UNAVAILABLE,
    REJECTED,
    NOT_ASKED,
    // what stands in the way whatever the state is, and what is over
    BRAND_REVIEW,
    CA_POLICY,
    CA_RATE_LIMIT,
    MOVED,
    PROVIDER_BLOCK,
    DELETION_IMMINENT,
    TOKEN_ROTATED,
    NOT_ACTIVE,
    NEW_ORDER,
    EXPIRED,
    ENDED,
    // verified: is it served, will it last?
    NOT_SERVING,
    WILL_NOT_RENEW,
    ORPHAN_TOKEN,
    // delegation and DNSSEC
    NOT_DELEGATED,
    NS_MISMATCH,
    LAME_NS,
    DNSSEC_BOGUS,
    SERVFAIL,
    CAA_LOOKUP_FAILED,
    // CAA
    CAA_FORBIDS,
    CAA_AT_TARGET,
    CAA_CRITICAL,
    CAA_PARAMS,
    CAA_PARTIAL,
    // TXT records
    TXT_MISSING,
    NS_OUT_OF_SYNC,
    TXT_MISMATCH,
    NAME_DOUBLED,
    WRONG_LEVEL,
    VALUE_GARBLED,
    TXT_PARTIAL,
    TXT_CROWDED,
    WRONG_ZONE,
    // CNAME records
    DELEGATION_WRONG_TARGET,
    DELEGATION_SHADOWED,
    PROVIDER_PLACES_TOKEN,
    CNAME_MISSING,
    CNAME_FLATTENED,
    CNAME_CHAIN,
    // files
    HTTP_WILDCARD,
    NO_ADDRESS,
    IPV6_DIFFERS,
    IPV6_DEAD,
    IPV6_REDIRECT,
    TOKEN_NOT_SERVED,
    CHALLENGED,
    BAD_REDIRECT,
    // a matter of time
    EVIDENCE_COMPLETE,
    NEGATIVE_CACHED,
    STALE_CACHED,
    RESOLVER_STRAGGLER,
    RETRIED,
    UNEXPLAINED,
    NOT_SEEN,
    SINGLE_VANTAGE,
    // what the state itself means
    AS_EXPECTED,
    RENEWAL_PENDING,
    GAVE_UP,
    STUCK,
    IN_PROGRESS,
    MUST_BE_CHANGED,
    NEEDS_PROOF,
    STAND_BY,
    NOT_REPORTED,
    NOT_AS_EXPECTED,
    UNKNOWN_STATUS,
    // a person insists
    FORCED;

    private final String word;

    Code() {
        word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As plan files, events and reports have it, such as {@code gave-up}. */
    String word() {
        return word;
    }
}
