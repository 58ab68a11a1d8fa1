package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.Settings;
import java.util.HashMap;
import java.util.Map;

/** Settings as the engine hands them over: secrets apart, defaults filled in. */
final class Accounts {
    private Accounts() {}

    /**
     * @param names names and values in turn
     */
    static Settings account(String... names) {
        Map<String, String> plain = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        for (Setting setting : AccountSettings.all()) {
            if (setting.defaultValue() != null) {
                plain.put(setting.name(), setting.defaultValue());
            }
        }
        for (int i = 0; i < names.length; i += 2) {
            if (isSecret(names[i])) {
                secrets.put(names[i], Secret.of(names[i + 1]));
            } else {
                plain.put(names[i], names[i + 1]);
            }
        }
        return new Settings("live_cn", plain, secrets);
    }

    private static boolean isSecret(String name) {
        return AccountSettings.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .secret();
    }
}
