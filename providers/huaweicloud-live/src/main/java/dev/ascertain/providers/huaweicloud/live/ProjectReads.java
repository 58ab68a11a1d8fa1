package dev.ascertain.providers.huaweicloud.live;

import feign.Param;
import feign.RequestLine;

/** The call to IAM, the vendor's identity service. */
interface ProjectReads {
    /**
     * Querying Project Information. The project of a region has the region's name.
     *
     * @see <a href="https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html">API Reference</a>
     */
    @RequestLine("GET /v3/projects?name={name}")
    ProjectList projects(@Param("name") String name);
}
