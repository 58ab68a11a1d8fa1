package dev.ascertain.providers.huaweicloud.live;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The call to Live that asks for something. */
interface LiveTriggers {
    /**
     * Verifying Domain Name Ownership. The check is made at once: the answer holds its result.
     *
     * @see <a href="https://support.huaweicloud.com/intl/en-us/api-live/CheckDomainVerification.html">API Reference</a>
     */
    @RequestLine("POST /v1/{project}/domain/verification")
    @Headers({"X-Project-Id: {project}", "Content-Type: application/json"})
    VerificationReply check(@Param("project") String project, CheckRequest request);
}
