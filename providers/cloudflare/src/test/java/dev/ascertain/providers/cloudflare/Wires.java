package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Wire records for tests, built up from what matters. */
final class Wires {
    private Wires() {}

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }

    /** One verification: JSON with single quotes. */
    static WireVerification verification(String text) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .convertValue(json(text), WireVerification.class);
    }

    static Pack pack(String id) {
        return new Pack(id);
    }

    static final class Pack {
        private final String id;
        private String authority;
        private String created;
        private List<WirePack.Certificate> certificates;

        private Pack(String id) {
            this.id = id;
        }

        Pack ca(String word) {
            authority = word;
            return this;
        }

        Pack created(String time) {
            created = time;
            return this;
        }

        Pack expiring(String time) {
            certificates = List.of(new WirePack.Certificate("active", "ECDSAWithSHA256", time));
            return this;
        }

        WirePack build() {
            return new WirePack(id, null, authority, null, created, null, null, null, certificates);
        }
    }
}
