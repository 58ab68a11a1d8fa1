package dev.ascertain.providers.huaweicloud.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Setting;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuaweiCloudLiveFactoryTest {
    @Test
    void isFoundByItsService() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .filteredOn(factory -> factory.name().equals("huaweicloud_live"))
                .singleElement()
                .satisfies(factory -> assertThat(factory.title()).isEqualTo("Huawei Cloud Live"));
    }

    /** People have these names in their environments: they are a contract. */
    @Test
    void takesSettingsFromTheUsualNames() {
        assertThat(new HuaweiCloudLiveFactory()
                        .settings().stream()
                                .map(HuaweiCloudLiveFactoryTest::line)
                                .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        region [HW_REGION_NAME]
                        project_id [HUAWEICLOUD_SDK_PROJECT_ID, HW_PROJECT_ID]
                        access_key secret [HUAWEICLOUD_SDK_AK, HW_ACCESS_KEY]
                        secret_key secret [HUAWEICLOUD_SDK_SK, HW_SECRET_KEY]
                        security_token secret [HUAWEICLOUD_SDK_SECURITY_TOKEN, HW_SECURITY_TOKEN]
                        auth_token secret [HW_AUTH_TOKEN]
                        endpoint []
                        iam_endpoint []
                        requests_per_second [] = 5""");
    }

    @Test
    void describesWhatIsDeclaredAndReported() {
        var type = new HuaweiCloudLiveFactory().resourceTypes().getFirst();

        assertThat(type.name()).isEqualTo("huaweicloud_live_domain_verification");
        assertThat(type.declared())
                .extracting(attribute -> attribute.name() + attribute.words() + (attribute.required() ? "!" : ""))
                .containsExactly("domain[]!", "verify_type[DNS, FILE]", "trigger[check, none]", "record_name[]");
        assertThat(type.live())
                .extracting(attribute -> attribute.name() + " " + attribute.type())
                .isEqualTo(List.of("domain TEXT", "verify_content TEXT", "verify_result FLAG"));
    }

    @ParameterizedTest
    @CsvSource({
        ", https://live.cn-north-4.myhuaweicloud.com",
        "https://live.example.com/, https://live.example.com",
        "https://live.example.com:443/base, https://live.example.com/base",
        "https://live.example.com:8443/base/, https://live.example.com:8443/base",
        "http://localhost:80, http://localhost",
    })
    void asksAtTheRegionsAddressOrAtTheGivenOne(@Nullable String endpoint, URI address) {
        var settings = endpoint == null
                ? Accounts.account("region", "cn-north-4")
                : Accounts.account("region", "cn-north-4", "endpoint", endpoint);

        assertThat(HuaweiCloudLiveFactory.address(settings, "endpoint", "live")).isEqualTo(address);
    }

    private static String line(Setting setting) {
        return setting.name()
                + (setting.secret() ? " secret " : " ")
                + setting.environment()
                + (setting.defaultValue() == null ? "" : " = " + setting.defaultValue());
    }
}
