package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.providers.http.Credential;
import dev.ascertain.spi.Secret;
import feign.Request;
import java.util.List;
import java.util.Map;

/** A token of IAM, scoped to the project. It lasts 24 hours, and this program cannot renew it. */
record TokenCredential(Secret token) implements Credential {
    @Override
    public Request authenticate(Request request) {
        return RequestHeaders.with(request, Map.of("X-Auth-Token", token.reveal()));
    }

    @Override
    public List<Secret> secrets() {
        return List.of(token);
    }
}
