package dev.ascertain.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that a page tells its reader to type.
 *
 * @param place page and line
 * @param words behind {@code ascertain}; without what only the shell reads
 * @param whole whether it stands in a block of code, and is to work as it is; in a sentence it may be shortened
 */
public record Typed(String place, List<String> words, boolean whole) {
    private static final Pattern IN_CODE =
            Pattern.compile("(?:^|\\$ |run: |[;&|(] *)(?:[A-Z_]+=(?:'[^']*'|\\S)* )*ascertain ([a-z-].*)");
    private static final Pattern IN_PROSE =
            Pattern.compile("`(?:[A-Z_]+=(?:'[^']*'|[^`\\s])* )*ascertain ([a-z-][^`]*)`");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern REST = Pattern.compile("\\\\?[#|;&>)].*|\\d>.*");

    /** Every command of a page, in its order. */
    public static List<Typed> in(Path page) throws IOException {
        var typed = new ArrayList<Typed>();
        String block = null;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            String place = page + ":" + number;
            String text = line.strip();
            if (text.startsWith("```")) {
                block = block == null ? text.substring(3) : null;
            } else if (block == null) {
                commands(IN_PROSE, text)
                        .map(words -> new Typed(place, words, false))
                        .forEach(typed::add);
            } else if (!block.equals("console") || text.startsWith("$ ")) {
                commands(IN_CODE, text)
                        .map(words -> new Typed(place, words, true))
                        .forEach(typed::add);
            }
        }
        return typed;
    }

    private static Stream<List<String>> commands(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> words(found.group(1)));
    }

    /** As a shell splits them, up to the end of the command. */
    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group())
                .takeWhile(word -> !REST.matcher(word).matches())
                .map(word -> word.replaceAll("['\"]", ""))
                .filter(word -> !word.equals("…"))
                .toList();
    }
}
