package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CloudflareSettingsTest {
    private static final String CANARY = "canary-5f2d";
    private static final Map<String, Secret> TOKEN = Map.of("api_token", Secret.of(CANARY));
    private static final Map<String, Secret> KEY = Map.of("api_key", Secret.of(CANARY));
    private static final Map<String, String> EMAIL = Map.of("email", "user@example.com");

    static Stream<Arguments> faults() {
        return Stream.of(
                row(
                        "nothing at all",
                        Map.of(),
                        Map.of(),
                        null,
                        "Missing credential",
                        "Neither api_token nor api_key with email is set, so Cloudflare would refuse every call. Create an"
                                + " API token at https://dash.cloudflare.com/profile/api-tokens with the permission \"SSL"
                                + " and Certificates Read\" (\"Zone Read\" too where zones are given by name, \"SSL and"
                                + " Certificates Write\" to apply) for the zones in question, then set"
                                + " CLOUDFLARE_API_TOKEN in the environment."),
                row(
                        "key alone",
                        Map.of(),
                        KEY,
                        "api_key",
                        "Incomplete credential",
                        "api_key is set without email, and Cloudflare accepts a key only together with its user's address."
                                + " Set email or CLOUDFLARE_EMAIL; or, better, use an API token as api_token."),
                row(
                        "address alone",
                        EMAIL,
                        Map.of(),
                        "email",
                        "Incomplete credential",
                        "email is set without api_key, and an address alone is no credential. Set api_key or"
                                + " CLOUDFLARE_API_KEY; or, better, remove email and use an API token as api_token."),
                row(
                        "token and address",
                        EMAIL,
                        TOKEN,
                        "api_token",
                        "Two credentials",
                        "api_token is set, and so is email, so it is not clear which credential is meant. Keep one of the"
                                + " two ways. A setting that the manifest leaves out comes from the environment: look at"
                                + " CLOUDFLARE_API_TOKEN, CF_API_TOKEN, CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL."),
                row(
                        "both ways",
                        EMAIL,
                        Map.of("api_token", Secret.of(CANARY), "api_key", Secret.of(CANARY)),
                        "api_token",
                        "Two credentials",
                        "api_token is set, and so is api_key with email, so it is not clear which credential is meant."
                                + " Keep one of the two ways. A setting that the manifest leaves out comes from the"
                                + " environment: look at CLOUDFLARE_API_TOKEN, CF_API_TOKEN, CLOUDFLARE_API_KEY and"
                                + " CLOUDFLARE_EMAIL."));
    }

    private static Arguments row(
            String name,
            Map<String, String> plain,
            Map<String, Secret> secrets,
            String setting,
            String summary,
            String detail) {
        return Arguments.of(
                name, new Settings("cloudflare", plain, secrets), new SettingFault(setting, summary, detail));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void tellsWhatIsWrong(String name, Settings settings, SettingFault fault) {
        assertThat(new CloudflareFactory().check(settings)).containsExactly(fault);
    }

    @Test
    void eitherWayIsEnough() {
        assertThat(new CloudflareFactory().check(new Settings("a", Map.of(), TOKEN)))
                .isEmpty();
        assertThat(new CloudflareFactory().check(new Settings("a", EMAIL, KEY))).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var settings = new Settings("a", Map.of("base_url", "http://api.example.com"), Map.of());
        assertThat(new CloudflareFactory().check(settings))
                .extracting(SettingFault::setting, SettingFault::summary)
                .containsExactly(tuple(null, "Missing credential"), tuple("base_url", "Unusable address"));
    }

    @Test
    void settingsAreThoseOfTheManual() {
        assertThat(new CloudflareFactory().settings())
                .extracting(Setting::name)
                .containsExactly("api_token", "api_key", "email", "account_id", "base_url", "requests_per_5_minutes");
        assertThat(new CloudflareFactory()
                        .settings().stream().filter(Setting::secret).map(Setting::name))
                .containsExactly("api_token", "api_key");
    }
}
