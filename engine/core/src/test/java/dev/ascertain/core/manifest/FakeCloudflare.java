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
import java.util.Set;

/** In the shape of the real one, which the engine may not know. */
final class FakeCloudflare implements ProviderFactory {
    @Override
    public String name() {
        return "cloudflare";
    }

    @Override
    public String title() {
        return "Cloudflare";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.secret("api_token", "An API token.", "CLOUDFLARE_API_TOKEN", "CF_API_TOKEN"),
                Setting.secret("api_key", "The older global key.", "CLOUDFLARE_API_KEY"),
                Setting.text("email", "Belongs to the key.", "CLOUDFLARE_EMAIL"),
                Setting.text("base_url", "Where the API is.", "CLOUDFLARE_BASE_URL")
                        .orElse("https://api.cloudflare.com/client/v4"),
                Setting.number("requests_per_5_minutes", "How many calls the vendor allows.", 1200));
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(new ResourceType(
                "cloudflare_ssl_verification",
                "Whether a zone's certificates are validated.",
                List.of(
                        DeclaredAttribute.text("zone_id", "The zone's id.").formed(Form.HEX_ID),
                        DeclaredAttribute.text("zone", "The zone's name, or its id.")
                                .formed(Form.HOST_NAME_OR_HEX_ID),
                        DeclaredAttribute.word(
                                        "validation_method", "How the CA validates.", "http", "cname", "txt", "email")
                                .asDesired(),
                        DeclaredAttribute.word("trigger", "How to ask for a check.", "auto", "zone", "pack")
                                .orElse("auto"),
                        DeclaredAttribute.flag("allow_new_order", "Whether an order may be made.", false)),
                List.of(
                        LiveAttribute.text(
                                "certificate_status",
                                "The state of the order.",
                                "initializing",
                                "authorizing",
                                "active",
                                "expired",
                                "issuing",
                                "timing_out",
                                "pending_deployment"),
                        LiveAttribute.of("brand_check", ValueType.FLAG, "Whether the CA reviews by hand."),
                        LiveAttribute.text(
                                "signature", "The algorithm.", "ECDSAWithSHA256", "SHA1WithRSA", "SHA256WithRSA"),
                        LiveAttribute.text("hostname", "The name in question.").formed(Form.HOST_OR_WILDCARD_NAME),
                        LiveAttribute.of("verification_info", ValueType.RECORDS, "What to publish."),
                        LiveAttribute.of("verification_status", ValueType.FLAG, "Whether it is verified."),
                        LiveAttribute.of("expires_on", ValueType.TIME, "When the certificate ends."),
                        LiveAttribute.of("validity_days", ValueType.NUMBER, "How long it lasts."),
                        LiveAttribute.of("hosts", ValueType.TEXTS, "The names in the pack.")),
                List.of(Set.of("zone_id", "zone")),
                List.of(
                        new DefaultExpectation("certificate_status", Value.of("active"), false),
                        new DefaultExpectation("brand_check", Value.of(false), true)),
                List.of(Duration.ofSeconds(5))));
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        if (settings.has("api_token") && settings.has("api_key")) {
            return List.of(new SettingFault("api_key", "Two credentials", "Set api_token or api_key, not both."));
        }
        return settings.has("api_token") || settings.has("api_key")
                ? List.of()
                : List.of(new SettingFault(
                        null, "Missing credential", "Cloudflare needs an API token. Set CLOUDFLARE_API_TOKEN."));
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        throw new UnsupportedOperationException("no manifest needs an open account");
    }
}
