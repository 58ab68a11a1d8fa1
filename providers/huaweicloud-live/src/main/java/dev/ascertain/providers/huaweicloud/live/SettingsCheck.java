package dev.ascertain.providers.huaweicloud.live;

import static dev.ascertain.providers.huaweicloud.live.AccountSettings.*;

import dev.ascertain.providers.http.BaseUrl;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one setting alone cannot say: combinations, forms, addresses. */
final class SettingsCheck {
    /** Not a list of regions, they come and go: only what cannot break out of a host name. */
    private static final Pattern REGION_FORM = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** What a path and a header can hold as it is; the vendor's ids are 32 hexadecimal digits. */
    private static final Pattern PROJECT_FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final String MISSING_CREDENTIAL =
            "Huawei Cloud Live cannot be asked without a credential. Set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK (or"
                    + " HW_ACCESS_KEY and HW_SECRET_KEY) in the environment, or HW_AUTH_TOKEN. An IAM user with the"
                    + " policy \"Live ReadOnlyAccess\" in the region's project is enough for plan.";

    private SettingsCheck() {}

    static List<SettingFault> faults(Settings settings) {
        return Stream.of(
                        credential(settings),
                        securityToken(settings),
                        unreadable(settings, ACCESS_KEY),
                        unreadable(settings, SECURITY_TOKEN),
                        unreadable(settings, AUTH_TOKEN),
                        place(settings),
                        project(settings),
                        region(settings),
                        address(settings, ENDPOINT),
                        address(settings, IAM_ENDPOINT))
                .flatMap(Optional::stream)
                .toList();
    }

    static boolean isProject(String id) {
        return PROJECT_FORM.matcher(id).matches();
    }

    private static Optional<SettingFault> credential(Settings settings) {
        boolean access = settings.has(ACCESS_KEY);
        boolean secret = settings.has(SECRET_KEY);
        boolean token = settings.has(AUTH_TOKEN);
        if (token && (access || secret)) {
            return fault(
                    AUTH_TOKEN,
                    "Two credentials",
                    "There is an auth_token beside an access key, so it is not clear which one to use. Leave one of"
                            + " them out: also the environment may hold them, in HW_AUTH_TOKEN, or in"
                            + " HUAWEICLOUD_SDK_AK and HW_ACCESS_KEY.");
        }
        if (access && !secret) {
            return fault(
                    ACCESS_KEY,
                    "Missing secret key",
                    "An access_key signs nothing without its secret_key. Set secret_key too, or HUAWEICLOUD_SDK_SK or"
                            + " HW_SECRET_KEY in the environment.");
        }
        if (secret && !access) {
            return fault(
                    SECRET_KEY,
                    "Missing access key",
                    "A secret_key is of no use without the access_key that it belongs to. Set access_key too, or"
                            + " HUAWEICLOUD_SDK_AK or HW_ACCESS_KEY in the environment.");
        }
        return access || token ? Optional.empty() : fault(null, "Missing credential", MISSING_CREDENTIAL);
    }

    private static Optional<SettingFault> securityToken(Settings settings) {
        if (!settings.has(SECURITY_TOKEN) || settings.has(ACCESS_KEY) || settings.has(SECRET_KEY)) {
            return Optional.empty();
        }
        return fault(
                SECURITY_TOKEN,
                "Security token without keys",
                "A security_token goes with the temporary access_key and secret_key that it was given out with. Set"
                        + " these too, or leave it out; a token for X-Auth-Token is the setting auth_token.");
    }

    /** What goes into a header must fit there: a token that was pasted in several lines does not. */
    private static Optional<SettingFault> unreadable(Settings settings, String name) {
        return settings.secret(name)
                .filter(secret -> !secret.reveal().chars().allMatch(letter -> letter > ' ' && letter < 127))
                .flatMap(secret -> fault(
                        name,
                        "Malformed credential",
                        "The " + name + " holds a space, a line break or a letter that is not ASCII. Set it again, in"
                                + " one line and without quotes."));
    }

    private static Optional<SettingFault> place(Settings settings) {
        if (settings.has(REGION) || settings.has(ENDPOINT)) {
            return Optional.empty();
        }
        return fault(
                null,
                "Missing region",
                "Live is another service in each region, so it must be said which one to ask. Set region, such as"
                        + " cn-north-4, or HW_REGION_NAME in the environment; or set endpoint and project_id.");
    }

    private static Optional<SettingFault> project(Settings settings) {
        Optional<String> id = settings.text(PROJECT_ID);
        if (id.isPresent() && !isProject(id.get())) {
            return fault(
                    PROJECT_ID,
                    "Malformed project id",
                    "A project id is made of letters and digits, 32 of them as a rule. It stands in the console under"
                            + " My Credentials.");
        }
        if (id.isPresent() || settings.has(REGION) || !settings.has(ENDPOINT)) {
            return Optional.empty();
        }
        return fault(
                null,
                "Missing project id",
                "The project is looked up by the region's name, and there is an endpoint but no region. Set project_id"
                        + " or region.");
    }

    private static Optional<SettingFault> region(Settings settings) {
        return settings.text(REGION)
                .filter(region -> !REGION_FORM.matcher(region).matches())
                .flatMap(region -> fault(
                        REGION,
                        "Malformed region",
                        "The region becomes part of a host name, so it is made of letters, digits and hyphens, such as"
                                + " cn-north-4."));
    }

    private static Optional<SettingFault> address(Settings settings, String name) {
        return settings.text(name).flatMap(BaseUrl::fault).flatMap(detail -> fault(name, "Malformed address", detail));
    }

    private static Optional<SettingFault> fault(@Nullable String setting, String summary, String detail) {
        return Optional.of(new SettingFault(setting, summary, detail));
    }
}
