package dev.ascertain.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commented manifests to begin with. */
final class Starter {
    private static final String FOLDER = "/dev/ascertain/cli/";
    private static final String ACCOUNTS = "providers:\n";
    private static final String VERIFICATIONS = "verifications:\n";
    private static final String VERSION = "ascertain: 1\n";

    private Starter() {}

    /** One that shows a little of everything. */
    static String general() {
        return resource("starter.yaml").orElseThrow();
    }

    /** Whether there is one for a provider. */
    static boolean isThere(String provider) {
        return Starter.class.getResource(FOLDER + "starter/" + provider + ".yaml") != null;
    }

    /** One for these providers, each of which has one, in their order. */
    static String of(List<String> providers) {
        var accounts = new ArrayList<String>();
        var verifications = new ArrayList<String>();
        for (String provider : providers) {
            String part = resource("starter/" + provider + ".yaml").orElseThrow();
            int end = part.indexOf(VERIFICATIONS);
            accounts.add(part.substring(ACCOUNTS.length(), end));
            verifications.add(part.substring(end + VERIFICATIONS.length()));
        }
        String general = general();
        String head = general.substring(0, general.indexOf(VERSION) + VERSION.length());
        return head + "\n# No secret ever stands in this file.\n" + ACCOUNTS + String.join("\n", accounts) + "\n"
                + VERIFICATIONS + String.join("\n", verifications);
    }

    private static Optional<String> resource(String name) {
        try (@Nullable InputStream stream = Starter.class.getResourceAsStream(FOLDER + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
