package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.draft.ManifestText;
import dev.ascertain.core.schema.ManifestSchema;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain schema}. */
final class SchemaCommand implements Command {
    /** What a starter names in its first line, for editors. */
    static final String FILE = ManifestText.SCHEMA;

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "schema",
                        "Writes the JSON Schema of manifests, for editors: ascertain schema > " + FILE + ". Offline.",
                        "It knows the providers of ASCERTAIN_PLUGINS too.")
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        surroundings.out().print(text(surroundings));
        return ExitCode.OK;
    }

    static String text(Surroundings surroundings) {
        return ManifestSchema.of(Plugins.catalog(surroundings));
    }
}
