package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.schema.ManifestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed schema is that of the providers at hand; {@code -Dgolden.rewrite=true} writes them anew. */
class ManifestSchemaTest {
    private static final Path SCHEMAS = Path.of("../../schemas");

    @Test
    void theManifestsSchemaIsUpToDate() throws IOException {
        Path file = SCHEMAS.resolve("manifest.schema.json");
        String schema = ManifestSchema.of(RealProviders.catalog());
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, schema);
        }
        assertThat(file).content().isEqualTo(schema);
    }
}
