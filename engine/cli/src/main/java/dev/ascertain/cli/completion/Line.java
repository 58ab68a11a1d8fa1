package dev.ascertain.cli.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command line says so far. It is read forgivingly: whatever is not understood is passed over. */
public final class Line {
    private final Map<String, String> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private CommandSpec command;
    private @Nullable OptionSpec awaiting;
    private boolean optionsAreOver;

    private Line(CommandSpec command) {
        this.command = command;
    }

    static Line before(CommandSpec root, Typed typed) {
        var line = new Line(root);
        typed.before().forEach(line::add);
        return line;
    }

    /** The whole line but for the current word. */
    static Line around(CommandSpec root, Typed typed) {
        Line line = before(root, typed);
        line.awaiting = null;
        typed.after().forEach(line::add);
        return line;
    }

    private void add(String word) {
        if (awaiting != null) {
            options.put(awaiting.longestName(), word);
            awaiting = null;
        } else if (word.equals("--")) {
            optionsAreOver = true;
        } else if (!optionsAreOver && word.length() > 1 && word.startsWith("-")) {
            addOption(word);
        } else if (words.isEmpty() && command.subcommands().containsKey(word)) {
            command = command.subcommands().get(word).getCommandSpec();
        } else {
            words.add(word);
        }
    }

    private void addOption(String word) {
        int value = word.indexOf('=');
        OptionSpec option = command.findOption(value < 0 ? word : word.substring(0, value));
        if (option == null) {
            return;
        }
        options.put(option.longestName(), value < 0 ? "" : word.substring(value + 1));
        if (value < 0 && option.arity().max() > 0) {
            awaiting = option;
        }
    }

    CommandSpec command() {
        return command;
    }

    /** The option whose value comes next. */
    @Nullable OptionSpec awaiting() {
        return awaiting;
    }

    boolean optionsAreOver() {
        return optionsAreOver;
    }

    /** Whether an option is there, such as {@code --recursive}. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The value of an option; null if it is not there. */
    public @Nullable String value(String option) {
        return options.get(option);
    }

    /** The words that are neither a command nor part of an option. */
    public List<String> words() {
        return List.copyOf(words);
    }
}
