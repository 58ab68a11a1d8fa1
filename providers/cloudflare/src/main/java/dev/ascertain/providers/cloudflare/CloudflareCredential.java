package dev.ascertain.providers.cloudflare;

import dev.ascertain.providers.http.Credential;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Settings;
import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two ways to say who asks. */
sealed interface CloudflareCredential extends Credential {
    /** An API token. */
    record Token(Secret token) implements CloudflareCredential {
        @Override
        public Request authenticate(Request request) {
            return with(request, Map.of("Authorization", "Bearer " + token.reveal()));
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /** A global API key and its user's address. */
    record Key(Secret key, String email) implements CloudflareCredential {
        @Override
        public Request authenticate(Request request) {
            return with(request, Map.of("X-Auth-Key", key.reveal(), "X-Auth-Email", email));
        }

        @Override
        public List<Secret> secrets() {
            return List.of(key);
        }
    }

    /** @param settings in which {@link CloudflareSettings#check} found no fault */
    static CloudflareCredential of(Settings settings) {
        return settings.secret("api_token")
                .<CloudflareCredential>map(Token::new)
                .orElseGet(() -> new Key(
                        settings.secret("api_key").orElseThrow(),
                        settings.text("email").orElseThrow()));
    }

    private static Request with(Request request, Map<String, String> credentials) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        credentials.forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
