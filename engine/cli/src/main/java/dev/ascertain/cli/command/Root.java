package dev.ascertain.cli.command;

import picocli.CommandLine;

/** {@code ascertain} itself. */
@CommandLine.Command(
        name = "ascertain",
        description = {
            "Plans and applies the verification state of certificates and domains.",
            "",
            "plan says what is not as the manifests expect, why, and what would help; apply asks the provider to"
                    + " check again exactly where that helps."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Begin with: ascertain init, then ascertain plan."},
        sortOptions = false)
final class Root {
    @CommandLine.Option(names = "--version", versionHelp = true, description = "Tell which version this is.")
    boolean version;
}
