package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.providers.http.BaseUrl;
import dev.ascertain.providers.http.Credential;
import dev.ascertain.providers.http.HttpAccess;
import dev.ascertain.providers.http.HttpSettings;
import dev.ascertain.providers.http.Quota;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The door to Huawei Cloud Live. */
public final class HuaweiCloudLiveFactory implements ProviderFactory {
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
        return AccountSettings.all();
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(DomainVerification.type());
    }

    @Override
    public Optional<Importable> importable() {
        return Optional.of(DomainVerification.importable());
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return SettingsCheck.faults(settings);
    }

    @Override
    public void prepare() {
        HttpAccess.prepare();
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        var credential = credential(settings, context);
        var quota = new Quota(settings.number(AccountSettings.REQUESTS_PER_SECOND), Duration.ofSeconds(1));
        var http = new HttpSettings(title(), credential, quota, new Refusals(credential));
        var access = HttpAccess.open(http, context);
        return new HuaweiCloudLiveProvider(
                access,
                address(settings, AccountSettings.ENDPOINT, "live"),
                project(settings, access),
                context.clock());
    }

    private static Credential credential(Settings settings, RunContext context) {
        return settings.secret(AccountSettings.AUTH_TOKEN)
                .<Credential>map(TokenCredential::new)
                .orElseGet(() -> new KeyCredential(
                        key(settings, AccountSettings.ACCESS_KEY),
                        key(settings, AccountSettings.SECRET_KEY),
                        settings.secret(AccountSettings.SECURITY_TOKEN).orElse(null),
                        context.clock()));
    }

    /** The look-up goes the same way as the other calls, so at the same pace and no further than the first 401. */
    private static Supplier<String> project(Settings settings, HttpAccess access) {
        return settings.text(AccountSettings.PROJECT_ID)
                .<Supplier<String>>map(id -> () -> id)
                .orElseGet(() -> {
                    URI iam = address(settings, AccountSettings.IAM_ENDPOINT, "iam");
                    return new ProjectLookup(access.reads(ProjectReads.class, iam), region(settings));
                });
    }

    /** Without the scheme's own port: the client would send it in {@code Host}, and it is not signed there. */
    static URI address(Settings settings, String setting, String service) {
        URI address = BaseUrl.of(settings.text(setting)
                .orElseGet(() -> "https://" + service + "." + region(settings) + ".myhuaweicloud.com"));
        return URI.create(address.getScheme() + "://" + CanonicalRequest.host(address) + address.getRawPath());
    }

    private static String region(Settings settings) {
        return settings.text(AccountSettings.REGION).orElseThrow();
    }

    private static Secret key(Settings settings, String name) {
        return settings.secret(name).orElseThrow();
    }
}
