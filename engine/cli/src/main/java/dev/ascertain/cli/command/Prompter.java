package dev.ascertain.cli.command;

import dev.ascertain.cli.completion.BashLine;
import dev.ascertain.cli.completion.Candidate;
import dev.ascertain.cli.completion.Completer;
import dev.ascertain.cli.completion.Offer;
import dev.ascertain.cli.completion.Typed;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the completion scripts ask: {@code ascertain __complete SHELL …}. No command for people, and in no help. The first
 * line of the answer says which files the shell may add, and how many characters of the word stand before their names.
 * Each line behind it is a candidate; for zsh and fish with a tab and its meaning. Whatever is wrong, it stays silent: an
 * error would land on the line that somebody is typing.
 */
final class Prompter {
    static final String NAME = "__complete";

    private final Surroundings surroundings;

    private Prompter(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Answers one question.
     *
     * @param words this command's name; the shell; of bash the cursor, the raw line and where words are torn apart; of
     *     others how many words stand before the current one, and all words behind the program's name
     */
    static ExitCode run(Surroundings surroundings, List<String> words) {
        try {
            surroundings.out().print(new Prompter(surroundings).answer(words.subList(1, words.size())));
        } catch (RuntimeException unanswered) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }

    private String answer(List<String> words) {
        int number = Integer.parseInt(words.get(1));
        if (words.getFirst().equals("bash")) {
            BashLine line = BashLine.of(words.get(2), number, words.get(3));
            Offer offer = offer(line.typed());
            return lines(offer, line.replies(offer));
        }
        List<String> typed = words.subList(2, words.size());
        Offer offer =
                offer(new Typed(typed.subList(0, number), typed.get(number), typed.subList(number + 1, typed.size())));
        return lines(offer, offer.candidates().stream().map(Prompter::described).toList());
    }

    private Offer offer(Typed typed) {
        var gnu =
                new Typed(List.of(Spelling.gnu(typed.before().toArray(String[]::new))), typed.current(), typed.after());
        String command = gnu.before().isEmpty() ? "" : gnu.before().getFirst();
        var root = Commands.meantBy(command).getCommandSpec();
        return new Completer(root, new Offered(surroundings)).offer(gnu);
    }

    private static String described(Candidate candidate) {
        return candidate.value() + "\t" + candidate.description();
    }

    private static String lines(Offer offer, List<String> replies) {
        String files = offer.files().name().toLowerCase(Locale.ROOT) + " " + offer.stem() + "\n";
        return replies.stream().map(reply -> reply + "\n").collect(Collectors.joining("", files, ""));
    }
}
