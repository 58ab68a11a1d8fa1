package dev.ascertain.providers.huaweicloud.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What both calls answer. All three are optional in the vendor's SDKs.
 *
 * @param domain the root domain, which is not the one that was asked for
 * @param content any text: its form is the vendor's affair
 * @param result a boolean as documented; whatever else comes is kept as it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record VerificationReply(
        @Nullable String domain,
        @JsonProperty("verify_content") @Nullable String content,
        @JsonProperty("verify_result") @Nullable JsonNode result) {}
