package dev.ascertain.cli.record;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers within texts by their value: {@code a9} before {@code a10}. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
            int order = part(left.get(at), right.get(at));
            if (order != 0) {
                return order;
            }
        }
        int bySize = Integer.compare(left.size(), right.size());
        return bySize == 0 ? one.compareTo(other) : bySize;
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int part(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
