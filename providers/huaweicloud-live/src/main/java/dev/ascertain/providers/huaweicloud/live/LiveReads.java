package dev.ascertain.providers.huaweicloud.live;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The calls to Live that change nothing. */
interface LiveReads {
    /**
     * Querying Domain Ownership Verification Information.
     *
     * @see <a href="https://support.huaweicloud.com/intl/en-us/api-live/ShowDomainVerification.html">API Reference</a>
     */
    @RequestLine("GET /v1/{project}/domain/verification?domain={domain}")
    @Headers("X-Project-Id: {project}")
    VerificationReply verification(@Param("project") String project, @Param("domain") String domain);
}
