package dev.ascertain.cli.record;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JavaScript for DNSControl: each zone is extended where it stands.
 *
 * @see <a href="https://docs.dnscontrol.org/language-reference/top-level-functions/d_extend">The project's page</a>
 */
final class Dnscontrol {
    private static final Remarks REMARKS = new Remarks("//");

    private Dnscontrol() {}

    static String of(Publications publications) {
        if (publications.isEmpty()) {
            return REMARKS.nothing();
        }
        String zones = publications.zones().stream()
                .map(zone -> zone(zone, Remarks.within(publications, zone)))
                .collect(Collectors.joining());
        return zones + REMARKS.homeless(publications) + REMARKS.rest(publications);
    }

    private static String zone(String zone, List<RecordSet> sets) {
        var text = new StringBuilder("D_EXTEND(").append(Escapes.javaScript(zone));
        for (RecordSet set : sets) {
            for (Entry entry : set.entries()) {
                text.append(",\n    ").append(REMARKS.of(entry)).append("    ").append(call(set, entry));
            }
        }
        return text.append("\n);\n\n").toString();
    }

    private static String call(RecordSet set, Entry entry) {
        String name = Escapes.javaScript(ZoneText.ascii(set.relative()));
        String value = switch (set.type()) {
            case TXT -> Escapes.javaScript(entry.value());
            case CNAME -> Escapes.javaScript(ZoneText.absolute(entry.value()));
            case CAA -> caa(CaaText.of(entry.value()));
        };
        return "%s(%s, %s, TTL(%d))".formatted(set.type(), name, value, ZoneText.TTL);
    }

    private static String caa(CaaRecord property) {
        return Escapes.javaScript(property.tag()) + ", " + Escapes.javaScript(property.value());
    }
}
