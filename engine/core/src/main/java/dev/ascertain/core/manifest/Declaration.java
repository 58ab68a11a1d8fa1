package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.ResourceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One verification as a manifest declares it, wholly resolved.
 *
 * @param account the name of its provider's account, such as {@code cloudflare} or {@code live_cn}
 * @param declared what the provider gets to see of it
 * @param select which of the target's live verifications; empty means all of them
 * @param match how many of them must be as expected
 * @param expect by live attribute name, in the manifest's order; the provider's own idea of verified if left out
 * @param retry whether a check may be asked for
 * @param owner who acts, in free text; null if not said
 * @param place where the declaration begins
 */
public record Declaration(
        Address address,
        ResourceType type,
        String account,
        Declared declared,
        Map<String, Matcher> select,
        Match match,
        Map<String, Matcher> expect,
        Retry retry,
        Severity severity,
        @Nullable String owner,
        Place place) {
    public Declaration {
        select = Collections.unmodifiableMap(new LinkedHashMap<>(select));
        expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
    }

    /** How many of the selected live verifications must be as expected. */
    public enum Match {
        EVERY,
        ANY
    }

    /** Whether apply may ask for a check. */
    public enum Retry {
        AUTO,
        NEVER
    }
}
