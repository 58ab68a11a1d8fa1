package dev.ascertain.providers.cloudflare;

import dev.ascertain.providers.http.BaseUrl;
import dev.ascertain.providers.http.HttpAccess;
import dev.ascertain.providers.http.HttpSettings;
import dev.ascertain.providers.http.Quota;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The door to Cloudflare. */
public final class CloudflareFactory implements ProviderFactory {
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
        return CloudflareSettings.ALL;
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(SslVerification.TYPE);
    }

    @Override
    public Optional<Importable> importable() {
        return Optional.of(SslVerification.IMPORTABLE);
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return CloudflareSettings.check(settings);
    }

    @Override
    public void prepare() {
        HttpAccess.prepare();
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        CloudflareCredential credential = CloudflareCredential.of(settings);
        HttpAccess access = HttpAccess.open(
                new HttpSettings(
                        title(),
                        credential,
                        new Quota(settings.number(CloudflareSettings.QUOTA), Duration.ofMinutes(5)),
                        new CloudflareRefusals(credential instanceof CloudflareCredential.Token)),
                context);
        return new CloudflareProvider(
                access,
                BaseUrl.of(settings.text("base_url").orElseThrow()),
                settings.text("account_id").orElse(null),
                context.clock());
    }
}
