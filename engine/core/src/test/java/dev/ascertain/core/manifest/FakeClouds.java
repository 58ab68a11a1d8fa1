package dev.ascertain.core.manifest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalogue of two providers, and an environment with a credential for each. */
final class FakeClouds {
    /** What must never be seen in a message. */
    static final String CANARY = "canary-7f3a";

    static final Map<String, String> ENVIRONMENT = Map.of(
            "CLOUDFLARE_API_TOKEN",
            CANARY + "-token",
            "HW_REGION_NAME",
            "cn-north-4",
            "HUAWEICLOUD_SDK_AK",
            CANARY + "-access",
            "HUAWEICLOUD_SDK_SK",
            CANARY + "-secret",
            "ZONE",
            "example.net",
            "ADDRESS",
            "https://canary-7f3a.example/",
            "EMPTY",
            "");

    private FakeClouds() {}

    static Catalog catalog() {
        return Catalog.of(List.of(new FakeCloudflare(), new FakeHuaweicloudLive()));
    }

    static @Nullable String environment(String name) {
        return ENVIRONMENT.get(name);
    }
}
