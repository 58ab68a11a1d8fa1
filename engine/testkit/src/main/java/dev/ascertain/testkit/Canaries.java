package dev.ascertain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Secrets that are looked for wherever they must not be. */
final class Canaries {
    private final Map<String, Secret> secrets = new TreeMap<>();

    /** One for each name; with characters that are written otherwise in an address. */
    Canaries(Collection<String> names) {
        for (String name : names) {
            secrets.put(name, Secret.of("canary/" + name + "+7f3a"));
        }
    }

    Map<String, Secret> secrets() {
        return Map.copyOf(secrets);
    }

    /** All of them, in every form, as a careless server might send them back. */
    String echo() {
        return String.join(" ", forms());
    }

    private List<String> forms() {
        return secrets.values().stream()
                .map(Secret::reveal)
                .flatMap(value ->
                        Stream.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8), value.replace("/", "\\/")))
                .toList();
    }

    void assertNotIn(Object shown) {
        String text = shown instanceof Throwable failure ? trace(failure) : String.valueOf(shown);
        assertThat(text).isNotEmpty().doesNotContain(forms());
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
