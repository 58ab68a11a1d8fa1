package dev.ascertain.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ascertain} itself. */
final class Root {
    private Root() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("ascertain");
        spec.usageMessage()
                .description(
                        "Plans and applies the verification state of certificates and domains.",
                        "",
                        "plan says what is not as the manifests expect, why, and what would help; apply asks the provider to"
                                + " check again exactly where that helps.")
                .synopsisSubcommandLabel("COMMAND")
                .footer("", "Begin with: ascertain init, then ascertain plan.")
                .sortOptions(false);
        return spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Tell which version this is.")
                .build());
    }
}
