package dev.ascertain.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A credential. It is revealed only where the request that it authenticates is built; everywhere else it is a row of
 * dots: no {@code toString}, no serialization, no hash that depends on it.
 */
public final class Secret {
    private final transient String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException if it is empty
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty secret");
        }
        return new Secret(value);
    }

    /** The credential itself. Call this in the request that it authenticates, and nowhere else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
