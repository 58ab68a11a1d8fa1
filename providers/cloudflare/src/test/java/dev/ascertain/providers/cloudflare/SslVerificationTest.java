package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SslVerificationTest {
    private static final String ID = "023e105f4ecef8ad9ca31a8372d0c353";
    private static final ResourceType TYPE = SslVerification.TYPE;

    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .extracting(ProviderFactory::name)
                .contains("cloudflare");
        assertThat(new CloudflareFactory().title()).isEqualTo("Cloudflare");
        assertThat(new CloudflareFactory().resourceTypes())
                .extracting(ResourceType::name)
                .containsExactly("cloudflare_ssl_verification");
    }

    @Test
    void hasTheAttributesOfTheManual() {
        assertThat(TYPE.declared())
                .extracting(DeclaredAttribute::name)
                .containsExactly("zone_id", "zone", "validation_method", "trigger", "allow_new_order");
        assertThat(TYPE.declared("validation_method").orElseThrow().desired()).isTrue();
        assertThat(TYPE.declared("trigger").orElseThrow().defaultValue()).isEqualTo(Value.of("auto"));
        assertThat(TYPE.exactlyOneOf()).containsExactly(Set.of("zone_id", "zone"));
        assertThat(TYPE.live())
                .extracting(LiveAttribute::name)
                .containsExactly(
                        "certificate_status",
                        "brand_check",
                        "cert_pack_uuid",
                        "signature",
                        "validation_method",
                        "verification_info",
                        "verification_status",
                        "verification_type",
                        "hostname",
                        "validation_type",
                        "certificate_authority",
                        "expires_on",
                        "hosts",
                        "pack_status",
                        "validation_errors");
    }

    @Test
    void isVerifiedWhenActiveAndNotUnderReview() {
        assertThat(TYPE.verified())
                .containsExactly(
                        new DefaultExpectation("certificate_status", Value.of("active"), false),
                        new DefaultExpectation("brand_check", Value.of(false), true));
        assertThat(TYPE.pollingSteps()).extracting(Duration::toSeconds).containsExactly(5L, 10L, 20L, 40L, 60L);
    }

    @ParameterizedTest
    @CsvSource({
        "zone_id, 023E105F4ECEF8AD9CA31A8372D0C353, 023e105f4ecef8ad9ca31a8372d0c353, true",
        "zone, 023e105f4ecef8ad9ca31a8372d0c353, 023e105f4ecef8ad9ca31a8372d0c353, true",
        "zone, Shop.Example.COM., shop.example.com, false",
        "zone_id, example.com, example.com, true",
    })
    void equalZonesAreEqualTargets(String attribute, String value, String zone, boolean isId) {
        ZoneTarget target = ZoneTarget.of(declared(Map.of(attribute, Value.of(value))));
        assertThat(target).isEqualTo(new ZoneTarget(zone, isId));
        assertThat(target.describe()).isEqualTo("zone " + zone);
    }

    @Test
    void anIdGoesBeforeAName() {
        Declared both = declared(Map.of("zone_id", Value.of(ID), "zone", Value.of("example.com")));
        assertThat(ZoneTarget.of(both)).isEqualTo(new ZoneTarget(ID, true));
        assertThatIllegalArgumentException().isThrownBy(() -> ZoneTarget.of(declared(Map.of())));
    }

    private static Declared declared(Map<String, Value> attributes) {
        return new Declared("cloudflare_ssl_verification.x", "cloudflare_ssl_verification", attributes);
    }
}
