package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks how long a certificate lasts is answered that, at Cloudflare and of what is served. */
class ExpiryTest {
    private static final String WEB = """
            dns: {zones: [{name: shop.example, records: "@ A 127.0.0.10"}]}
            web: {sites: [{addresses: [127.0.0.10], certificates: [{names: [shop.example], not_after: start+20d}]}]}
            """;
    private static final String PACK = """
                    - {hostname: shop.example, certificate_status: active, pack: {expires_on: start+20d}}
            """;

    @TempDir
    Path folder;

    @Test
    void whyAnEndpointEndsTooEarlyIsNotWhomClientsTrust() {
        try (var cloud = Rehearsal.of(folder, WEB).looking()) {
            cloud.manifest(
                    "{type: tls_endpoint, name: site, host: shop.example, expect: {not_after: {at_least: in 21 days}}}");
            Run plan = cloud.run("plan");
            assertThat(times(plan.out())).isEqualTo("""
                    \s\s! tls_endpoint.site                                                  needs you
                          not_after            TIME  expected at least in 21 days
                          why   shop.example:443 serves a certificate that ends TIME.
                          next  renew it, and serve the new one there
                          when  the certificate expires TIME, in 20 days

                    Plan: 1 needs you.
                    """);
            assertThat(times(cloud.run("explain", "*").out())).contains("""
                        > 9 certificate   broken: the first link that does not hold
                            The certificate that is served is itself what is verified; it is good until TIME.

                          who   you
                          do    renew it, and serve the new one there
                    """);
        }
    }

    @Test
    void anEndpointThatIsToBeTrustedSaysWhyItIsNot() {
        try (var cloud = Rehearsal.of(folder, WEB).looking()) {
            cloud.manifest("{type: tls_endpoint, name: site, host: shop.example}");
            assertThat(cloud.run("plan").out())
                    .contains("why   shop.example:443 serves a certificate that clients refuse: it leads to no ")
                    .contains("next  serve one for shop.example that clients accept\n");
        }
    }

    @Test
    void aCertificateOfTheSandboxsCloudflareEnds() {
        try (var cloud = Rehearsal.of(folder, ShopZone.SCENARIO + PACK)) {
            String shop =
                    "{type: cloudflare_ssl_verification, name: shop, zone_id: %s, expect: {expires_on: {at_least: in %d days}}}";
            cloud.manifest(shop.formatted(ShopZone.ID, 21));
            assertThat(cloud.run("plan").out())
                    .containsPattern("\n +expires_on +20\\S+Z  expected at least in 21 days\n");
            cloud.manifest(shop.formatted(ShopZone.ID, 19));
            assertThat(cloud.run("plan")).isEqualTo(new Run(0, "Plan: 1 as expected.\n", ""));
        }
    }

    private static String times(String text) {
        return text.replaceAll("20\\d\\d-\\d\\d-\\d\\d[T ][0-9:]+(Z| UTC)", "TIME");
    }
}
