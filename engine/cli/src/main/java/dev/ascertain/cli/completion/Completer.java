package dev.ascertain.cli.completion;

import dev.ascertain.cli.completion.Offer.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Finds what may stand at the cursor, from the commands as they are defined. What a value is, its label in the help says:
 * {@code ADDRESS}, {@code PROVIDER}, {@code COMMAND}, {@code DIR}, a {@code LIST} with commas, {@code FORMAT=FILE}, and
 * several of them with a bar between.
 */
public final class Completer {
    private static final Pattern BAR = Pattern.compile("\\|");

    private final CommandSpec root;
    private final Sources sources;

    /** @param root has the commands that are typed, with all that they take */
    public Completer(CommandSpec root, Sources sources) {
        this.root = root;
        this.sources = sources;
    }

    /** What may stand where the current word is. */
    public Offer offer(Typed typed) {
        Line before = Line.before(root, typed);
        Line around = Line.around(root, typed);
        String current = typed.current();
        OptionSpec awaiting = before.awaiting();
        if (awaiting != null) {
            return values(awaiting, current, around);
        }
        if (current.startsWith("-") && !before.optionsAreOver()) {
            return option(current, before, around);
        }
        if (before.words().isEmpty() && !before.command().subcommands().isEmpty()) {
            return Offer.of(commands(before.command()));
        }
        ArgSpec parameter = parameter(before);
        return parameter == null ? options(around) : values(parameter, current, around);
    }

    private static @Nullable ArgSpec parameter(Line line) {
        int index = line.words().size();
        return line.command().positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(index))
                .findFirst()
                .orElse(null);
    }

    private Offer option(String current, Line before, Line around) {
        int end = current.indexOf('=') + 1;
        if (end == 0) {
            return options(around);
        }
        OptionSpec option = before.command().findOption(current.substring(0, end - 1));
        return option == null || option.arity().max() == 0
                ? Offer.NOTHING
                : values(option, current.substring(end), around).behind(current.substring(0, end));
    }

    private static Offer options(Line line) {
        return Offer.of(line.command().options().stream()
                .filter(option -> !option.hidden())
                .filter(option -> option.isMultiValue() || !line.has(option.longestName()))
                .map(option -> Candidate.of(option.longestName(), option.description()))
                .toList());
    }

    private static List<Candidate> commands(CommandSpec spec) {
        return spec.subcommands().entrySet().stream()
                .map(entry -> Candidate.of(
                        entry.getKey(), said(entry.getValue().getCommandSpec().usageMessage())))
                .toList();
    }

    private static String[] said(UsageMessageSpec usage) {
        return usage.header().length > 0 ? usage.header() : usage.description();
    }

    private Offer values(ArgSpec argument, String typed, Line line) {
        String label = argument.paramLabel();
        if (label.equals("FORMAT=FILE")) {
            int file = typed.indexOf('=') + 1;
            return file == 0 ? Offer.of(words(argument)) : Offer.of(Files.FILES).behind(typed.substring(0, file));
        }
        if (label.equals("LIST")) {
            return Offer.of(words(argument)).behind(typed.substring(0, typed.lastIndexOf(',') + 1));
        }
        Set<String> kinds = Set.of(BAR.split(label, -1));
        var candidates = new ArrayList<>(words(argument));
        if (kinds.contains("ADDRESS")) {
            candidates.addAll(sources.addresses(line));
        }
        if (kinds.contains("PROVIDER")) {
            candidates.addAll(sources.providers());
        }
        if (kinds.contains("COMMAND")) {
            candidates.addAll(commands(root));
        }
        return new Offer(files(argument, kinds), 0, candidates);
    }

    private static List<Candidate> words(ArgSpec argument) {
        Iterable<String> words = argument.completionCandidates();
        return words == null
                ? List.of()
                : StreamSupport.stream(words.spliterator(), false)
                        .map(word -> new Candidate(word, ""))
                        .toList();
    }

    private static Files files(ArgSpec argument, Set<String> kinds) {
        if (kinds.contains("DIR")) {
            return Files.FOLDERS;
        }
        boolean isPath = List.of(argument.auxiliaryTypes()).contains(Path.class) || argument.type() == Path.class;
        return isPath || kinds.contains("FILE") ? Files.FILES : Files.NONE;
    }
}
