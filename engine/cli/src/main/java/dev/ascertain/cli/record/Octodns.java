package dev.ascertain.cli.record;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.core.publish.RecordType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of octoDNS, one a zone; each begins with a comment that names it. Names stand in the natural order that
 * octoDNS insists on.
 *
 * @see <a href="https://octodns.readthedocs.io/en/latest/records.html">The project's page</a>
 */
final class Octodns {
    private static final Remarks REMARKS = new Remarks("#");

    private Octodns() {}

    static String of(Publications publications) {
        if (publications.isEmpty()) {
            return REMARKS.nothing();
        }
        String zones = publications.zones().stream()
                .map(zone -> zone(zone, Remarks.within(publications, zone)))
                .collect(Collectors.joining("\n"));
        return zones + REMARKS.homeless(publications) + REMARKS.rest(publications);
    }

    private static String zone(String zone, List<RecordSet> sets) {
        Map<String, List<RecordSet>> byName = sets.stream()
                .collect(Collectors.groupingBy(
                        set -> set.relative().equals("@") ? "" : ZoneText.ascii(set.relative()),
                        () -> new TreeMap<>(NaturalOrder.INSTANCE),
                        Collectors.toList()));
        var text = new StringBuilder("---\n").append(REMARKS.line(zone + ".yaml"));
        byName.forEach((name, there) -> {
            text.append(Escapes.yaml(name)).append(":\n");
            there.forEach(set -> text.append(of(set)));
        });
        return text.toString();
    }

    private static String of(RecordSet set) {
        var text = new StringBuilder();
        set.entries().forEach(entry -> text.append("  ").append(REMARKS.of(entry)));
        text.append("  - ttl: ").append(ZoneText.TTL).append('\n');
        text.append("    type: ").append(set.type()).append('\n');
        if (set.type() == RecordType.CNAME) {
            Entry first = set.entries().getFirst();
            return text.append("    value: ")
                    .append(Escapes.yaml(ZoneText.absolute(first.value())))
                    .append('\n')
                    .toString();
        }
        text.append("    values:\n");
        set.entries().forEach(entry -> text.append(value(set, entry)));
        return text.toString();
    }

    private static String value(RecordSet set, Entry entry) {
        if (set.type() == RecordType.TXT) {
            return "      - " + Escapes.yaml(txt(entry.value())) + "\n";
        }
        CaaRecord property = CaaText.of(entry.value());
        return "      - {flags: %d, tag: %s, value: %s}\n"
                .formatted(property.flags(), Escapes.yaml(property.tag()), Escapes.yaml(property.value()));
    }

    /**
     * A semicolon must be escaped, only ASCII is accepted, and what begins with a quote would be taken for quoted: so
     * quotes and backslashes are written by their number.
     */
    private static String txt(String value) {
        String zone = String.join("", ZoneText.strings(value));
        return zone.replace("\\\\", "\\092").replace("\\\"", "\\034").replace(";", "\\;");
    }
}
