package dev.ascertain.cli;

/** The zone {@code shop.example} at the rehearsal's Cloudflare, as scenarios, manifests and requests name it. */
final class ShopZone {
    static final String ID = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /** The beginning of a scenario; what follows are the zone's verifications, as a list. */
    static final String SCENARIO = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  id: %s
                  verifications:
            """.formatted(ID);

    /** The declaration of all its verifications. */
    static final String ALL = "{type: cloudflare_ssl_verification, name: shop, zone_id: %s}".formatted(ID);

    /** The request that reads its verifications. */
    static final String READ = "GET /client/v4/zones/" + ID + "/ssl/verification";

    /** The request that has all of them checked again. */
    static final String RETRY = READ + "?retry=true";

    private ShopZone() {}

    /** The request that has one pack checked again, or ordered anew. */
    static String patch(String pack) {
        return "PATCH /client/v4/zones/" + ID + "/ssl/verification/" + pack;
    }
}
