package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Setting;
import java.util.List;

/** The settings of one account, in the order in which they are documented. */
final class AccountSettings {
    static final String REGION = "region";
    static final String PROJECT_ID = "project_id";
    static final String ACCESS_KEY = "access_key";
    static final String SECRET_KEY = "secret_key";
    static final String SECURITY_TOKEN = "security_token";
    static final String AUTH_TOKEN = "auth_token";
    static final String ENDPOINT = "endpoint";
    static final String IAM_ENDPOINT = "iam_endpoint";
    static final String REQUESTS_PER_SECOND = "requests_per_second";

    private AccountSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.text(
                        REGION,
                        "The region of Live, such as cn-north-4. Required unless endpoint and project_id are set.",
                        "HW_REGION_NAME"),
                Setting.text(
                        PROJECT_ID,
                        "The id of the region's project. Looked up by the region's name if left out.",
                        "HUAWEICLOUD_SDK_PROJECT_ID",
                        "HW_PROJECT_ID"),
                Setting.secret(
                        ACCESS_KEY,
                        "The access key (AK). Preferred, with secret_key.",
                        "HUAWEICLOUD_SDK_AK",
                        "HW_ACCESS_KEY"),
                Setting.secret(
                        SECRET_KEY,
                        "The secret key (SK) of the access key. It signs, and is never sent.",
                        "HUAWEICLOUD_SDK_SK",
                        "HW_SECRET_KEY"),
                Setting.secret(
                        SECURITY_TOKEN,
                        "The token that belongs to temporary keys.",
                        "HUAWEICLOUD_SDK_SECURITY_TOKEN",
                        "HW_SECURITY_TOKEN"),
                Setting.secret(
                        AUTH_TOKEN,
                        "An IAM token (X-Auth-Token) scoped to the project, instead of the keys. It lasts 24 hours.",
                        "HW_AUTH_TOKEN"),
                Setting.text(ENDPOINT, "The address of Live. Default: https://live.{region}.myhuaweicloud.com"),
                Setting.text(
                        IAM_ENDPOINT,
                        "The address of IAM, for the look-up of the project."
                                + " Default: https://iam.{region}.myhuaweicloud.com"),
                Setting.number(
                        REQUESTS_PER_SECOND, "How many calls to make in a second at most, for this account.", 5));
    }
}
