package dev.ascertain.providers.huaweicloud.live;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Asks for a check.
 *
 * @param verifyType {@code DNS} or {@code FILE}, in upper case
 */
record CheckRequest(
        String domain, @JsonProperty("verify_type") String verifyType) {}
