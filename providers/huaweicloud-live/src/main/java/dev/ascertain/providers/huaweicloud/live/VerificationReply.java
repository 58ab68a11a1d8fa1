package dev.ascertain.providers.huaweicloud.live;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What both calls answer. All three are optional in the vendor's SDKs.
 *
 * @param domain the root domain, which is not the one that was asked for
 * @param verifyContent any text: its form is the vendor's affair
 * @param verifyResult a boolean as documented; whatever else comes is kept as it is
 */
record VerificationReply(
        @Nullable String domain,
        @Nullable String verifyContent,
        @Nullable JsonNode verifyResult) {}
