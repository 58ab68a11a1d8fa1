package dev.ascertain.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All manual pages. */
public final class Manual {
    private Manual() {}

    /**
     * The pages by the name of their file, such as {@code ascertain-plan.1}. The same commands give the same pages.
     *
     * @param program with all its commands
     * @param variables what the environment can say
     * @param day when the program was made, as {@code 2026-11-22}
     * @param version of the program
     */
    public static Map<String, String> pages(CommandSpec program, List<Variable> variables, String day, String version) {
        var commands = new ArrayList<CommandSpec>();
        collect(program, commands);
        List<String> names = commands.stream().map(ManualPage::name).toList();
        Map<String, String> pages = new LinkedHashMap<>();
        commands.forEach(command -> pages.put(
                ManualPage.name(command) + ".1", new ManualPage(command, variables, names).text(day, version)));
        return pages;
    }

    private static void collect(CommandSpec command, List<CommandSpec> into) {
        into.add(command);
        command.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(each -> collect(each, into));
    }
}
