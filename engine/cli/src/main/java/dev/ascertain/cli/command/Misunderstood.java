package dev.ascertain.cli.command;

import dev.ascertain.cli.post.PostAddress;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.diagnostic.Visible;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told of a command line that is not understood: the word at fault, and the one that was perhaps meant. */
final class Misunderstood {
    private static final int LONGEST = 100;

    private Misunderstood() {}

    static Ending ending(ParameterException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        return Ending.of(
                ExitCode.USAGE,
                "Not understood",
                PostAddress.masked(told(fault, command)) + "\nRun \"" + command.qualifiedName()
                        + " --help\" for what it takes.");
    }

    private static String told(ParameterException fault, CommandSpec command) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            return unmatched.isUnknownOption() ? noOption(word, command) : noWord(word, command);
        }
        // Of all faults only that of "ascertain help WORD" has a value that belongs to no argument.
        return fault.getArgSpec() == null && fault.getValue() != null
                ? noWord(fault.getValue(), command)
                : String.valueOf(fault.getMessage());
    }

    private static String noOption(String word, CommandSpec command) {
        int value = word.indexOf('=');
        String name = value < 0 ? word : word.substring(0, value);
        List<String> known = command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
        return "There is no option " + quoted(name) + "." + guess(name, known);
    }

    private static String noWord(String word, CommandSpec command) {
        String what = command.parent() == null
                ? "There is no command " + quoted(word) + "."
                : "\"%s\" does not take %s.".formatted(command.qualifiedName(), quoted(word));
        return what + guess(word, command.subcommands().keySet());
    }

    private static String quoted(String word) {
        return "\"" + Visible.line(word, LONGEST) + "\"";
    }

    private static String guess(String word, Collection<String> known) {
        return DidYouMean.sentence(word, known).map(sentence -> "\n" + sentence).orElse("");
    }
}
