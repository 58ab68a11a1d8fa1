package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.ProvidersJson;
import dev.ascertain.cli.view.ProvidersText;
import dev.ascertain.core.manifest.Catalog;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain providers}. */
final class ProvidersCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "providers", "Lists the providers, and what a manifest can say of them. Offline.")
                .spec()
                .addSubcommand("schema", new Schema().spec());
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        surroundings.out().print(ProvidersText.overview(Plugins.catalog(surroundings)));
        return ExitCode.OK;
    }

    /** {@code ascertain providers schema}. */
    static final class Schema implements Command {
        boolean json;

        @Override
        public CommandSpec spec() {
            return Syntax.of(this, "schema", "Describes every setting and attribute of the providers. Offline.")
                    .flag("--json", "Describe them as JSON.", given -> json = given)
                    .spec();
        }

        @Override
        public ExitCode run(Surroundings surroundings) {
            Catalog catalog = Plugins.catalog(surroundings);
            surroundings.out().print(json ? ProvidersJson.of(catalog) : ProvidersText.schema(catalog));
            return ExitCode.OK;
        }
    }
}
