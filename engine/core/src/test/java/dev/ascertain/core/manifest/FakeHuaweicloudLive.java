package dev.ascertain.core.manifest;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.Form;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.time.Duration;
import java.util.List;

/** In the shape of the real one, which the engine may not know. */
final class FakeHuaweicloudLive implements ProviderFactory {
    @Override
    public String name() {
        return "huaweicloud_live";
    }

    @Override
    public String title() {
        return "Huawei Cloud Live";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("region", "The region.", "HW_REGION_NAME"),
                Setting.secret("access_key", "The access key.", "HUAWEICLOUD_SDK_AK", "HW_ACCESS_KEY"),
                Setting.secret("secret_key", "Its secret.", "HUAWEICLOUD_SDK_SK", "HW_SECRET_KEY"),
                Setting.number("requests_per_second", "How many calls the vendor allows.", 5));
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(new ResourceType(
                "huaweicloud_live_domain_verification",
                "Whether a domain's ownership is confirmed.",
                List.of(
                        DeclaredAttribute.text("domain", "The domain.")
                                .formed(Form.HOST_NAME)
                                .mandatory(),
                        DeclaredAttribute.text("record_name", "The record's name.")
                                .formed(Form.RECORD_NAME)
                                .orElse("verification"),
                        DeclaredAttribute.word("verify_type", "How it is verified.", "DNS", "FILE")
                                .orElse("DNS"),
                        DeclaredAttribute.word("trigger", "Whether to ask for a check.", "check", "none")
                                .orElse("check")),
                List.of(
                        LiveAttribute.text("domain", "The domain.").formed(Form.HOST_NAME),
                        LiveAttribute.text("verify_content", "What to publish."),
                        LiveAttribute.of("verify_result", ValueType.FLAG, "Whether it is verified.")),
                List.of(),
                List.of(new DefaultExpectation("verify_result", Value.of(true), false)),
                List.of(Duration.ofSeconds(5))));
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return settings.has("region")
                ? List.of()
                : List.of(new SettingFault("region", "Missing region", "Huawei Cloud Live needs a region."));
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        throw new UnsupportedOperationException("no manifest needs an open account");
    }
}
