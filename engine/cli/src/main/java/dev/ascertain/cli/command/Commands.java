package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands by name, and the way from words typed to one of them. */
public final class Commands {
    private static final int HELP_WIDTH = 80;
    private static final Map<String, Supplier<Command>> BY_NAME = byName();

    /** Those that make calls. */
    private static final Set<String> CALLING = Set.of("plan", "apply", "import");

    static {
        // The parser makes ready for values of these types at each start. No option is of one of them but Duration,
        // which has a converter of our own.
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    private Commands() {}

    private static Map<String, Supplier<Command>> byName() {
        var commands = new LinkedHashMap<String, Supplier<Command>>();
        commands.put("init", InitCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("records", RecordsCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("providers", ProvidersCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("version", VersionCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** Every command: for help and completion. */
    static CommandLine all() {
        var line = new CommandLine(Root.spec());
        BY_NAME.forEach(
                (name, command) -> line.addSubcommand(name, command.get().spec()));
        return dressed(line.addSubcommand(new CommandLine.HelpCommand()));
    }

    /** Only the command that is called: looking at the others takes longer than running it. */
    private static CommandLine only(String name, Supplier<Command> command) {
        return dressed(
                new CommandLine(Root.spec()).addSubcommand(name, command.get().spec()));
    }

    /** The commands of a line that begins with this word: one, or all that there are. */
    static CommandLine meantBy(String name) {
        Supplier<Command> command = BY_NAME.get(name);
        return command == null ? all() : only(name, command);
    }

    private static CommandLine dressed(CommandLine line) {
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.getCommandSpec().version("ascertain " + Version.text());
        addHelp(line);
        return line;
    }

    /** Every command explains itself. */
    private static void addHelp(CommandLine line) {
        if (line.getCommandSpec().findOption("--help") == null) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
        }
        line.getSubcommands().values().forEach(Commands::addHelp);
    }

    /**
     * Runs what was typed.
     *
     * @throws Ending if it cannot be understood, or ends early
     */
    public static ExitCode run(Surroundings surroundings, String... typed) {
        if (typed.length > 0 && typed[0].equals(Prompter.NAME)) {
            return Prompter.run(surroundings, List.of(typed));
        }
        String[] words = Spelling.gnu(typed);
        if (words.length == 0) {
            surroundings.out().print(all().getUsageMessage());
            return ExitCode.OK;
        }
        if (CALLING.contains(words[0])) {
            Plugins.prepare(surroundings);
        }
        CommandLine line = meantBy(words[0]);
        try {
            return run(surroundings, line, line.parseArgs(words));
        } catch (ParameterException misunderstood) {
            throw Misunderstood.ending(misunderstood);
        }
    }

    private static ExitCode run(Surroundings surroundings, CommandLine line, ParseResult parsed) {
        var text = new StringWriter();
        setOut(line, new PrintWriter(text));
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            surroundings.out().print(text.getBuffer());
            return ExitCode.OK;
        }
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        if (leaf.commandSpec().userObject() instanceof Command command) {
            return command.run(surroundings);
        }
        surroundings.out().print(line.getUsageMessage());
        return ExitCode.OK;
    }

    private static void setOut(CommandLine line, PrintWriter out) {
        line.setOut(out);
    }
}
