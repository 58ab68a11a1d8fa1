package dev.ascertain.cli.report;

import dev.ascertain.cli.html.Page.Choice;
import dev.ascertain.cli.html.Page.Choices;
import dev.ascertain.cli.view.Mark;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the verifications of the page can be narrowed to, and how many are left then. */
final class HtmlChoices {
    private HtmlChoices() {}

    static Choices of(List<Row> rows) {
        Map<Verdict, Long> verdicts =
                rows.stream().collect(Collectors.groupingBy(Row::verdict, LinkedHashMap::new, Collectors.counting()));
        Map<String, Long> owners = rows.stream()
                .collect(Collectors.groupingBy(row -> row.about().owner(), TreeMap::new, Collectors.counting()));
        Map<Since, Long> sinces = rows.stream()
                .map(Row::since)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return new Choices(
                verdicts.entrySet().stream().map(HtmlChoices::verdict).toList(),
                owners.entrySet().stream().map(HtmlChoices::owner).toList(),
                sinces.entrySet().stream()
                        .map(since ->
                                plain(since.getKey().word(), since.getKey().word(), since.getValue()))
                        .toList(),
                rows.size());
    }

    private static Choice verdict(Map.Entry<Verdict, Long> verdict) {
        Mark mark = Mark.of(verdict.getKey().action());
        String word = verdict.getKey().word();
        return new Choice(word, word, verdict.getValue().intValue(), mark.name().toLowerCase(Locale.ROOT), mark.sign());
    }

    private static Choice owner(Map.Entry<String, Long> owner) {
        return plain(owner.getKey(), owner.getKey().isEmpty() ? "nobody named" : owner.getKey(), owner.getValue());
    }

    private static Choice plain(String value, String label, long count) {
        return new Choice(value, label, (int) count, "", "");
    }
}
