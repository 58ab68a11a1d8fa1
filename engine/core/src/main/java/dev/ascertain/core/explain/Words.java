package dev.ascertain.core.explain;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Server;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists and outcomes as parts of sentences. */
final class Words {
    private static final int MOST = 6;
    private static final int LONGEST_VALUE = 24;

    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; of many only the first ones, and how many more there are. */
    static String and(Collection<String> parts) {
        List<String> shown = parts.stream().limit(MOST).toList();
        int more = parts.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and " + more + " more";
        }
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        return String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
    }

    static String servers(Collection<Server> servers) {
        return and(servers.stream().map(Server::described).distinct().toList());
    }

    static String quoted(Collection<String> values) {
        return and(values.stream().map(Words::quoted).toList());
    }

    /** A value to tell it apart by; the whole of it stands with what must be published. */
    static String quoted(String value) {
        int end = value.offsetByCodePoints(0, Math.min(LONGEST_VALUE, value.codePointCount(0, value.length())));
        return "\"" + value.substring(0, end) + (end < value.length() ? "…" : "") + "\"";
    }

    /** The zone's name; the root has none. */
    static String zone(String name) {
        return name.isEmpty() ? "the root" : name;
    }

    /** To be read after a server's name. */
    static String said(Answer answer) {
        return switch (answer.outcome()) {
            case ANSWERED, NO_SUCH_NAME -> answer.authoritative() ? "answers" : "answers, but without authority";
            case SERVER_FAILED -> "answers with a failure (SERVFAIL)";
            case REFUSED -> "refuses to answer";
            case SILENT -> "is silent";
            case UNREACHABLE -> "cannot be reached";
            case MALFORMED -> "answers with nonsense";
            case NOT_ASKED -> "was not asked";
        };
    }

    /** Why there was no answer, in a word or two. */
    static String cause(Answer answer) {
        return switch (answer.outcome()) {
            case ANSWERED, NO_SUCH_NAME -> "an answer";
            case SERVER_FAILED -> "a failure (SERVFAIL)";
            case REFUSED -> "a refusal";
            case SILENT -> "silence";
            case UNREACHABLE -> "no way there";
            case MALFORMED -> "nonsense";
            case NOT_ASKED -> "not asked";
        };
    }

    static String errors(Collection<String> errors) {
        return errors.isEmpty() ? "" : " (" + errors.stream().limit(MOST).collect(Collectors.joining("; ")) + ")";
    }
}
