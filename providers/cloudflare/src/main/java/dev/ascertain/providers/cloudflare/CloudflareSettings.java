package dev.ascertain.providers.cloudflare;

import dev.ascertain.providers.http.BaseUrl;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of one account, and what may not stand beside what. */
final class CloudflareSettings {
    static final String TOKENS_PAGE = "https://dash.cloudflare.com/profile/api-tokens";
    static final String QUOTA = "requests_per_5_minutes";

    static final List<Setting> ALL = List.of(
            Setting.secret(
                    "api_token",
                    "An API token, the preferred way. \"SSL and Certificates Read\" is enough to plan; \"Zone Read\" too"
                            + " where zones are given by name; \"SSL and Certificates Write\" to apply.",
                    "CLOUDFLARE_API_TOKEN",
                    "CF_API_TOKEN"),
            Setting.secret(
                    "api_key",
                    "A global API key, the older way: it may do all that its user may. Needs email.",
                    "CLOUDFLARE_API_KEY"),
            Setting.text("email", "The address of the user whose api_key it is.", "CLOUDFLARE_EMAIL"),
            Setting.text(
                    "account_id",
                    "Looks up zones in this account only, for a zone name that occurs twice.",
                    "CLOUDFLARE_ACCOUNT_ID"),
            Setting.text("base_url", "The address of the API, for a proxy or a test.", "CLOUDFLARE_BASE_URL")
                    .orElse("https://api.cloudflare.com/client/v4"),
            Setting.number(
                    QUOTA,
                    "How many calls to make in 5 minutes. Cloudflare's own limit is 1200 for each user, the dashboard"
                            + " included.",
                    1200));

    private CloudflareSettings() {}

    static List<SettingFault> check(Settings settings) {
        List<SettingFault> faults = new ArrayList<>();
        credential(settings).ifPresent(faults::add);
        settings.text("base_url")
                .flatMap(BaseUrl::fault)
                .map(fault -> new SettingFault("base_url", "Unusable address", fault))
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<SettingFault> credential(Settings settings) {
        boolean token = settings.has("api_token");
        boolean key = settings.has("api_key");
        boolean email = settings.has("email");
        if (token && (key || email)) {
            return Optional.of(new SettingFault("api_token", "Two credentials", """
                    api_token is set, and so is %s, so it is not clear which credential is meant. Keep one of the two \
                    ways. A setting that the manifest leaves out comes from the environment: look at \
                    CLOUDFLARE_API_TOKEN, CF_API_TOKEN, CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL.\
                    """.formatted(
                            key && email ? "api_key with email" : key ? "api_key" : "email")));
        }
        if (token || (key && email)) {
            return Optional.empty();
        }
        if (key) {
            return Optional.of(new SettingFault("api_key", "Incomplete credential", """
                    api_key is set without email, and Cloudflare accepts a key only together with its user's address. \
                    Set email or CLOUDFLARE_EMAIL; or, better, use an API token as api_token.\
                    """));
        }
        if (email) {
            return Optional.of(new SettingFault("email", "Incomplete credential", """
                    email is set without api_key, and an address alone is no credential. Set api_key or \
                    CLOUDFLARE_API_KEY; or, better, remove email and use an API token as api_token.\
                    """));
        }
        return Optional.of(new SettingFault(null, "Missing credential", """
                Neither api_token nor api_key with email is set, so Cloudflare would refuse every call. Create an API \
                token at %s with the permission "SSL and Certificates Read" ("Zone Read" too where zones are given by \
                name, "SSL and Certificates Write" to apply) for the zones in question, then set CLOUDFLARE_API_TOKEN \
                in the environment.\
                """.formatted(TOKENS_PAGE)));
    }
}
