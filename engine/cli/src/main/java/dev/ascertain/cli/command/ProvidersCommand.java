package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.ProvidersJson;
import dev.ascertain.cli.view.ProvidersText;
import dev.ascertain.core.manifest.Catalog;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ascertain providers}. */
@CommandLine.Command(
        name = "providers",
        description = "Lists the providers, and what a manifest can say of them. Offline.",
        subcommands = ProvidersCommand.Schema.class,
        sortOptions = false)
final class ProvidersCommand implements Command {
    @Override
    public ExitCode run(Surroundings surroundings) {
        surroundings.out().print(ProvidersText.overview(Plugins.catalog(surroundings)));
        return ExitCode.OK;
    }

    /** {@code ascertain providers schema}. */
    @CommandLine.Command(
            name = "schema",
            description = "Describes every setting and attribute of the providers. Offline.",
            sortOptions = false)
    static final class Schema implements Command {
        @Option(names = "--json", description = "Describe them as JSON.")
        boolean json;

        @Override
        public ExitCode run(Surroundings surroundings) {
            Catalog catalog = Plugins.catalog(surroundings);
            surroundings.out().print(json ? ProvidersJson.of(catalog) : ProvidersText.schema(catalog));
            return ExitCode.OK;
        }
    }
}
