package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Action;
import dev.ascertain.spi.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The meaning of a change in one word: address, instance, observed values and action take part; paths, times and counts
 * of attempts do not. Two changes with equal fingerprints say the same of the same world.
 */
public final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(Change change) {
        return of(change.subject().address(), change.subject().instance(), change.observed(), change.action());
    }

    private static String of(String address, String instance, Map<String, Value> observed, Action action) {
        var print = new Fingerprint();
        print.add(address);
        print.add(instance);
        print.add(action.word());
        new TreeMap<>(observed).forEach((name, value) -> {
            print.add(name);
            print.add(value.asText());
        });
        return "sha256:" + HexFormat.of().formatHex(print.digest.digest());
    }

    /** Each part with its length before it, so that no two lists of parts look alike. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
