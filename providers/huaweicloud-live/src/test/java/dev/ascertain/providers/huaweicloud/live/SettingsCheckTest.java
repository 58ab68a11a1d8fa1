package dev.ascertain.providers.huaweicloud.live;

import static dev.ascertain.providers.huaweicloud.live.Accounts.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
    static Stream<Arguments> good() {
        return Stream.of(
                argumentSet("keys", account("region", "cn-north-4", "access_key", "AK", "secret_key", "SK")),
                argumentSet(
                        "temporary keys",
                        account(
                                "region",
                                "cn-north-4",
                                "access_key",
                                "AK",
                                "secret_key",
                                "SK",
                                "security_token",
                                "a/b+c==")),
                argumentSet("token", account("region", "cn-north-4", "auth_token", "MII+/=")),
                argumentSet(
                        "endpoint instead of region",
                        account("endpoint", "https://live.example.com/base", "project_id", "0ab", "auth_token", "T")),
                argumentSet(
                        "loopback",
                        account(
                                "region", "cn-north-4",
                                "endpoint", "https://localhost:8443",
                                "iam_endpoint", "https://localhost:8443",
                                "auth_token", "T")));
    }

    @ParameterizedTest
    @MethodSource
    void good(Settings settings) {
        assertThat(new HuaweiCloudLiveFactory().check(settings)).isEmpty();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                argumentSet(
                        "no credential",
                        account("region", "cn-north-4"),
                        null,
                        "Missing credential",
                        "Huawei Cloud Live cannot be asked without a credential. Set HUAWEICLOUD_SDK_AK and"
                                + " HUAWEICLOUD_SDK_SK (or HW_ACCESS_KEY and HW_SECRET_KEY) in the environment, or"
                                + " HW_AUTH_TOKEN. An IAM user with the policy \"Live ReadOnlyAccess\" in the region's"
                                + " project is enough for plan."),
                argumentSet(
                        "access key alone",
                        account("region", "cn-north-4", "access_key", "AK"),
                        "access_key",
                        "Missing secret key",
                        "An access_key signs nothing without its secret_key. Set secret_key too, or HUAWEICLOUD_SDK_SK"
                                + " or HW_SECRET_KEY in the environment."),
                argumentSet(
                        "secret key alone",
                        account("region", "cn-north-4", "secret_key", "SK"),
                        "secret_key",
                        "Missing access key",
                        "A secret_key is of no use without the access_key that it belongs to. Set access_key too, or"
                                + " HUAWEICLOUD_SDK_AK or HW_ACCESS_KEY in the environment."),
                argumentSet(
                        "token beside keys",
                        account("region", "cn-north-4", "access_key", "AK", "secret_key", "SK", "auth_token", "T"),
                        "auth_token",
                        "Two credentials",
                        "There is an auth_token beside an access key, so it is not clear which one to use. Leave one of"
                                + " them out: also the environment may hold them, in HW_AUTH_TOKEN, or in"
                                + " HUAWEICLOUD_SDK_AK and HW_ACCESS_KEY."),
                argumentSet(
                        "security token beside an auth token",
                        account("region", "cn-north-4", "auth_token", "T", "security_token", "S"),
                        "security_token",
                        "Security token without keys",
                        "A security_token goes with the temporary access_key and secret_key that it was given out with."
                                + " Set these too, or leave it out; a token for X-Auth-Token is the setting"
                                + " auth_token."),
                argumentSet(
                        "token in several lines",
                        account("region", "cn-north-4", "auth_token", "MIIC\nQQ=="),
                        "auth_token",
                        "Malformed credential",
                        "The auth_token holds a space, a line break or a letter that is not ASCII. Set it again, in one"
                                + " line and without quotes."),
                argumentSet(
                        "nowhere to ask",
                        account("auth_token", "T", "project_id", "0ab"),
                        null,
                        "Missing region",
                        "Live is another service in each region, so it must be said which one to ask. Set region, such"
                                + " as cn-north-4, or HW_REGION_NAME in the environment; or set endpoint and"
                                + " project_id."),
                argumentSet(
                        "nothing to look the project up by",
                        account("auth_token", "T", "endpoint", "https://live.example.com"),
                        null,
                        "Missing project id",
                        "The project is looked up by the region's name, and there is an endpoint but no region. Set"
                                + " project_id or region."),
                argumentSet(
                        "project id that breaks out of the path",
                        account("auth_token", "T", "region", "cn-north-4", "project_id", "../v2"),
                        "project_id",
                        "Malformed project id",
                        "A project id is made of letters and digits, 32 of them as a rule. It stands in the console"
                                + " under My Credentials."),
                argumentSet(
                        "region that breaks out of the host name",
                        account("auth_token", "T", "region", "evil.example.com/"),
                        "region",
                        "Malformed region",
                        "The region becomes part of a host name, so it is made of letters, digits and hyphens, such as"
                                + " cn-north-4."));
    }

    @ParameterizedTest
    @MethodSource
    void bad(Settings settings, @Nullable String setting, String summary, String detail) {
        assertThat(new HuaweiCloudLiveFactory().check(settings))
                .containsExactly(new SettingFault(setting, summary, detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", "iam_endpoint"})
    void refusesAnAddressInTheClear(String setting) {
        var settings = account("auth_token", "T", "region", "cn-north-4", setting, "http://live.example.com");

        assertThat(new HuaweiCloudLiveFactory().check(settings))
                .extracting(SettingFault::setting, SettingFault::summary)
                .containsExactly(tuple(setting, "Malformed address"));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var settings = account("access_key", "AK", "region", "-", "endpoint", "ftp://x", "project_id", "");

        assertThat(new HuaweiCloudLiveFactory().check(settings))
                .extracting(SettingFault::summary)
                .containsExactly("Missing secret key", "Malformed project id", "Malformed region", "Malformed address");
    }
}
