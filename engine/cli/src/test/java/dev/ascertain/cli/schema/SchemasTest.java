package dev.ascertain.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed schemas are what the code generates; {@code -Dgolden.rewrite=true} writes them anew. */
class SchemasTest {
    private static final Path FOLDER = Path.of("../../schemas");

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of("plan.schema.json", PlanSchema.text()),
                Arguments.of("apply.schema.json", ApplySchema.text()),
                Arguments.of("webhook.schema.json", WebhookSchema.text()),
                Arguments.of("explanation.schema.json", ExplanationSchema.text()),
                Arguments.of("records.schema.json", RecordsSchema.text()),
                Arguments.of("events.schema.json", EventSchema.text()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void isWhatTheCodeGenerates(String name, String generated) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file)).isEqualTo(generated);
    }
}
