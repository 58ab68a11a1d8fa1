package dev.ascertain.providers.huaweicloud.live;

/**
 * Asks for a check.
 *
 * @param verifyType {@code DNS} or {@code FILE}, in upper case
 */
record CheckRequest(String domain, String verifyType) {}
