package dev.ascertain.providers.cloudflare;

import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that change nothing. Here a new read is added, and only a read: what stands here may be repeated at will.
 */
interface CloudflareReads {
    /**
     * Not paged. The parameter {@code retry} is left out: {@code retry=true} is a trigger, and {@code retry=false} is
     * not documented.
     *
     * @see <a href="https://developers.cloudflare.com/api/resources/ssl/subresources/verification/methods/get/">SSL
     *     Verification Details</a>
     */
    @RequestLine("GET /zones/{zone}/ssl/verification")
    Envelope<List<WireVerification>> verifications(@Param("zone") String zoneId);

    /**
     * Without {@code status=all} only active packs are listed; 50 is the most that a page may hold.
     *
     * @param page from 1
     * @see <a href="https://developers.cloudflare.com/api/resources/ssl/subresources/certificate_packs/methods/list/">
     *     List Certificate Packs</a>
     */
    @RequestLine("GET /zones/{zone}/ssl/certificate_packs?status=all&page={page}&per_page=50")
    Envelope<List<WirePack>> packs(@Param("zone") String zoneId, @Param("page") int page);

    /**
     * One name may exist in several accounts. 50 is the most that a page may hold.
     *
     * @param name null for zones of any name
     * @param account leaves other accounts' zones out; null for all that the credential can see
     * @param page from 1
     * @see <a href="https://developers.cloudflare.com/api/resources/zones/methods/list/">List Zones</a>
     */
    @RequestLine("GET /zones?name={name}&account.id={account}&page={page}&per_page=50")
    Envelope<List<WireZone>> zones(
            @Param("name") @Nullable String name, @Param("account") @Nullable String account, @Param("page") int page);
}
