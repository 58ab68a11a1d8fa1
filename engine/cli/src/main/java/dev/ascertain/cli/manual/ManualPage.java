package dev.ascertain.cli.manual;

import dev.ascertain.cli.view.ExitCode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The manual page of one command: what its help says, and what stands around it.
 *
 * @param command as it is defined, within all others
 * @param variables the environment that all commands have, by name; told on the page of the program itself
 * @param pages the names of all pages
 */
record ManualPage(CommandSpec command, List<Variable> variables, List<String> pages) {
    private static final Pattern SPACE = Pattern.compile(" ");

    /** What it is called, such as {@code ascertain-plan}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /**
     * @param day when the program was made, as {@code 2026-11-22}
     * @param version of the program
     */
    String text(String day, String version) {
        var roff = new Roff();
        String name = name(command);
        roff.title(name.toUpperCase(Locale.ROOT), day, "ascertain " + version);
        roff.section("NAME").styled(Roff.sign(name) + " \\-").text(summary());
        roff.section("SYNOPSIS").styled(synopsis());
        roff.section("DESCRIPTION");
        paragraphs(roff);
        command.positionalParameters()
                .forEach(parameter -> roff.entry(Roff.italic(parameter.paramLabel()), said(parameter)));
        commands(roff);
        roff.section("OPTIONS");
        command.options().forEach(option -> roff.entry(form(option), said(option)));
        exits(roff);
        around(roff);
        return roff.toString();
    }

    private boolean isProgram() {
        return command.parent() == null;
    }

    private String[] told() {
        UsageMessageSpec usage = command.usageMessage();
        return usage.header().length > 0 ? usage.header() : usage.description();
    }

    /** One sentence of the help as man wants it: in lower case, without a dot. */
    private String summary() {
        String whole = String.join(" ", told());
        int end = Stream.of(". ", ": ")
                .mapToInt(whole::indexOf)
                .filter(at -> at > 0)
                .min()
                .orElse(whole.length());
        String first = whole.substring(0, end).replaceFirst("\\.$", "");
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    private String synopsis() {
        String program =
                SPACE.splitAsStream(command.qualifiedName()).map(Roff::bold).collect(Collectors.joining(" "));
        String parameters =
                command.positionalParameters().stream().map(ManualPage::form).collect(Collectors.joining());
        String subcommand = command.subcommands().isEmpty() ? "" : " [" + Roff.italic("COMMAND") + "]";
        return program + " [" + Roff.italic("OPTION") + "...]" + parameters + subcommand;
    }

    private static String form(PositionalParamSpec parameter) {
        String label = Roff.italic(parameter.paramLabel());
        String repeated = parameter.arity().max() > 1 ? label + "..." : label;
        return parameter.arity().min() > 0 ? " " + repeated : " [" + repeated + "]";
    }

    private static String form(OptionSpec option) {
        boolean hasValue = option.arity().max() > 0;
        String value = hasValue ? "=" + Roff.italic(option.paramLabel()) : "";
        return Stream.of(option.names())
                .map(name -> Roff.bold(name) + (name.startsWith("--") ? value : ""))
                .collect(Collectors.joining(", "));
    }

    private static String said(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private void paragraphs(Roff roff) {
        boolean isFirst = true;
        for (String part : told()) {
            if (!part.isBlank()) {
                (isFirst ? roff : roff.paragraph()).text(part);
                isFirst = false;
            }
        }
    }

    private void commands(Roff roff) {
        if (!command.subcommands().isEmpty()) {
            roff.section("COMMANDS");
            command.subcommands().values().stream()
                    .map(CommandLine::getCommandSpec)
                    .forEach(each -> {
                        String page = "\\fB" + Roff.sign(name(each)) + "\\fR(1)";
                        roff.entry(page, new ManualPage(each, variables, pages).told()[0]);
                    });
        }
    }

    private static void exits(Roff roff) {
        roff.section("EXIT STATUS");
        Stream.of(ExitCode.values())
                .sorted(Comparator.comparingInt(ExitCode::number))
                .forEach(code -> roff.entry(Roff.bold(Integer.toString(code.number())), code.meaning()));
        roff.paragraph()
                .text("Of several, the first of these counts: "
                        + Stream.of(ExitCode.values())
                                .map(code -> Integer.toString(code.number()))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private void around(Roff roff) {
        if (isProgram()) {
            roff.section("ENVIRONMENT");
            variables.forEach(variable -> roff.entry(Roff.bold(variable.name()), variable.meaning()));
            roff.section("FILES");
            roff.entry(
                    Roff.italic("*.yaml") + ", " + Roff.italic("*.yml"),
                    "Manifests: a command that is given no file reads those of the current folder.");
            roff.entry(Roff.italic("ascertain.yaml"), "What ascertain init writes.");
            roff.section("EXAMPLES");
            roff.text(String.join(" ", command.usageMessage().footer()));
        }
        roff.section("SEE ALSO");
        String own = name(command);
        roff.styled(pages.stream()
                .filter(page -> !page.equals(own))
                .map(page -> "\\fB" + Roff.sign(page) + "\\fR(1)")
                .collect(Collectors.joining(",\n")));
    }
}
