package dev.ascertain.core.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words a misspelt one was meant to be. */
public final class DidYouMean {
    /** Longer words are not compared: the work grows with the square of the length. */
    private static final int LONGEST = 64;

    private DidYouMean() {}

    /**
     * The nearest of the known words: another case, or at most one edit (a letter too much, too few, another one, or
     * two exchanged) for every three letters.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = word.toLowerCase(Locale.ROOT);
        int furthest = Math.max(1, word.length() / 3);
        return known.stream()
                .map(candidate -> new Guess(candidate, distance(folded, candidate.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance <= furthest && guess.distance < guess.word.length())
                .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::word))
                .map(Guess::word);
    }

    /** The sentence {@code Did you mean "…"?}, or nothing. */
    public static Optional<String> sentence(String word, Collection<String> known) {
        return nearest(word, known).map(guess -> "Did you mean \"" + guess + "\"?");
    }

    private record Guess(String word, int distance) {}

    /** Damerau's distance in its restricted form: no part is edited twice. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(row[j - 1], last[j]) + 1);
                if (isExchange(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isExchange(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
