package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.Value;
import java.util.HashMap;
import java.util.Map;

/** Declarations as the engine hands them over: defaults filled in. */
final class Declarations {
    private Declarations() {}

    /**
     * @param attributes names and values in turn; the domain is push.example.com unless they say another
     */
    static Declared declared(String... attributes) {
        Map<String, Value> values = new HashMap<>();
        values.put("domain", Value.of("push.example.com"));
        for (DeclaredAttribute attribute : DomainVerification.type().declared()) {
            if (attribute.defaultValue() != null) {
                values.put(attribute.name(), attribute.defaultValue());
            }
        }
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], Value.of(attributes[i + 1]));
        }
        return new Declared(
                "huaweicloud_live_domain_verification.push", "huaweicloud_live_domain_verification", values);
    }
}
