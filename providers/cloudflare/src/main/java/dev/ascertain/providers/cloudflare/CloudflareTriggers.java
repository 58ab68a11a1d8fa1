package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;

/** The calls that ask for something: each is sent once. A GET among them, whatever its method promises. */
interface CloudflareTriggers {
    /**
     * "Immediately retry SSL Verification", for every order of the zone. The answer is the same list as a read's.
     *
     * @see <a href="https://developers.cloudflare.com/api/resources/ssl/subresources/verification/methods/get/">SSL
     *     Verification Details</a>
     */
    @RequestLine("GET /zones/{zone}/ssl/verification?retry=true")
    Envelope<List<WireVerification>> retryZone(@Param("zone") String zoneId);

    /**
     * With the method in use: checks this pack again, now. With another one: orders anew, with other tokens.
     *
     * @see <a href="https://developers.cloudflare.com/api/resources/ssl/subresources/verification/methods/edit/">Edit
     *     SSL Certificate Pack Validation Method</a>
     */
    @RequestLine("PATCH /zones/{zone}/ssl/verification/{pack}")
    @Headers("Content-Type: application/json")
    Envelope<JsonNode> checkPack(@Param("zone") String zoneId, @Param("pack") String packId, WireMethod method);
}
