package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.schema.ManifestSchema;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.SourceFile;
import dev.ascertain.core.source.SourceText;
import dev.ascertain.core.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor says by the schema, and what the engine says, agree as far as a schema can know. */
class SchemaTest {
    /** Defects that no schema sees: what is put in, other files, other entries, and what is only a warning. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "account-of-another-provider",
            "account-twice-in-two-files",
            "account-undefined",
            "address-twice",
            "address-twice-in-two-files",
            "attribute-empty",
            "csv-column-misspelt",
            "csv-column-twice",
            "csv-column-unknown",
            "csv-empty",
            "csv-header-only-is-a-warning",
            "csv-key-twice",
            "csv-missing",
            "csv-not-utf8",
            "csv-quote-unclosed",
            "csv-row-too-short",
            "expect-unknown-value-is-a-warning",
            "for-each-empty-is-a-warning",
            "for-each-key-empty",
            "for-each-of-element",
            "for-each-twice-the-same",
            "for-each-wrong-in-one-element",
            "form-id-put-in-is-no-id",
            "form-value-is-not-shown",
            "form-wrong-in-one-element",
            "matcher-regex-invalid",
            "reference-after-escapes",
            "reference-each-unknown-column",
            "reference-each-without-for-each",
            "reference-file-a-folder",
            "reference-file-missing",
            "reference-in-folded-text",
            "reference-nameless",
            "reference-unclosed",
            "reference-unknown",
            "reference-value-is-not-shown",
            "reference-variable-missing",
            "secret-variable-empty",
            "secret-variable-missing",
            "setting-empty",
            "setting-fault-of-provider");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Schema SCHEMA = REGISTRY.getSchema(ManifestSchema.of(FakeClouds.catalog()));

    static Stream<Path> bad() throws IOException {
        return Fixtures.folders("bad").filter(folder -> !folder.endsWith("folder-without-manifests"));
    }

    static Stream<Path> good() throws IOException {
        return Fixtures.folders("good");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../examples"))) {
            return files
                    .filter(file -> file.toString().matches(".*/(manifests/.*|quickstart/shop)\\.yaml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refusesWhatTheEngineRefuses(Path folder) throws IOException {
        assertThat(complaints(folder).isEmpty())
                .as("passes the schema")
                .isEqualTo(BEYOND_A_SCHEMA.contains(folder.getFileName().toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void takesWhatTheEngineTakes(Path folder) throws IOException {
        assertThat(complaints(folder)).isEmpty();
    }

    /** The committed schema is that of the real providers, and so are the examples. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void takesEveryExample(Path file) throws IOException {
        String committed = Files.readString(Path.of("../../schemas/manifest.schema.json"));

        assertThat(complaints(file, REGISTRY.getSchema(committed))).isEmpty();
    }

    @Test
    void theTableNamesFixturesOnly() throws IOException {
        assertThat(bad().map(folder -> folder.getFileName().toString())).containsAll(BEYOND_A_SCHEMA);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(ManifestSchema.of(FakeClouds.catalog())).isEqualTo(ManifestSchema.of(FakeClouds.catalog()));
    }

    private static List<String> complaints(Path folder) throws IOException {
        var complaints = new ArrayList<String>();
        for (Path file : Fixtures.manifests(folder)) {
            complaints.addAll(complaints(file, SCHEMA));
        }
        return complaints;
    }

    private static List<String> complaints(Path file, Schema schema) {
        var complaints = new ArrayList<String>();
        Consumer<Diagnostic> faults = fault -> complaints.add(fault.summary());
        String text = new SourceFile(file, "x", 1 << 20, UnaryOperator.identity()).read(faults);
        Node root = text == null ? null : YamlReader.read(new SourceText("x", text, UnaryOperator.identity()), faults);
        if (complaints.isEmpty()) {
            JsonNode tree = root == null ? NullNode.getInstance() : JsonTree.of(root);
            schema.validate(tree).stream().map(Error::toString).forEach(complaints::add);
        }
        return complaints;
    }
}
