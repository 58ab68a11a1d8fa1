package dev.ascertain.cli.record;

import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.core.publish.RecordType;
import java.util.stream.Collectors;

/**
 * Resources of the provider {@code hashicorp/dns}, which speaks RFC 2136 to any name server.
 *
 * @see <a href="https://registry.terraform.io/providers/hashicorp/dns/latest/docs/resources/dns_txt_record_set">The
 *     vendor's page</a>
 */
final class TerraformDns {
    private static final Remarks REMARKS = new Remarks("#");

    private TerraformDns() {}

    static String of(Publications publications) {
        if (publications.isEmpty()) {
            return REMARKS.nothing();
        }
        var text = new StringBuilder();
        if (publications.sets().stream().anyMatch(set -> set.type() == RecordType.TXT)) {
            text.append(REMARKS.line(
                            "A dns_txt_record_set owns all values at its name: put those that must stay beside these."))
                    .append('\n');
        }
        for (RecordSet set : publications.sets()) {
            if (set.zone() != null) {
                text.append(of(set, set.zone()));
            }
        }
        return text.append(REMARKS.homeless(publications))
                .append(REMARKS.rest(publications))
                .toString();
    }

    private static String of(RecordSet set, String zone) {
        return switch (set.type()) {
            case TXT -> txt(set, zone);
            case CNAME ->
                set.entries().stream().map(entry -> cname(set, zone, entry)).collect(Collectors.joining());
            case CAA ->
                set.entries().stream()
                        .map(entry -> REMARKS.instead(set, entry, "This provider has no CAA records:"))
                        .collect(Collectors.joining());
        };
    }

    private static String txt(RecordSet set, String zone) {
        var text = new StringBuilder();
        set.entries().forEach(entry -> text.append(REMARKS.of(entry)));
        text.append(head("dns_txt_record_set", Hcl.uniqueName(set.name(), set.name())));
        place(text, set, zone);
        text.append("  ttl  = ").append(ZoneText.TTL).append("\n  txt = [\n");
        // The provider puts each value between quotes and reads that as a zone file's: so must it be escaped.
        set.entries()
                .forEach(entry -> text.append("    ")
                        .append(Hcl.text(String.join("\" \"", ZoneText.strings(entry.value()))))
                        .append(",\n"));
        return text.append("  ]\n}\n\n").toString();
    }

    private static String cname(RecordSet set, String zone, Entry entry) {
        var text = new StringBuilder(REMARKS.of(entry));
        text.append(head("dns_cname_record", Hcl.uniqueName(set.name(), set.name(), entry.value())));
        place(text, set, zone);
        text.append("  ttl   = ").append(ZoneText.TTL).append('\n');
        text.append("  cname = ")
                .append(Hcl.text(ZoneText.absolute(entry.value())))
                .append('\n');
        return text.append("}\n\n").toString();
    }

    private static String head(String type, String name) {
        return "resource \"" + type + "\" " + Hcl.text(name) + " {\n";
    }

    /** The zone's own name is told by leaving the name out. */
    private static void place(StringBuilder text, RecordSet set, String zone) {
        String pad = set.type() == RecordType.CNAME ? " " : "";
        text.append("  zone ")
                .append(pad)
                .append("= ")
                .append(Hcl.text(ZoneText.absolute(zone)))
                .append('\n');
        if (!set.relative().equals("@")) {
            text.append("  name ")
                    .append(pad)
                    .append("= ")
                    .append(Hcl.text(ZoneText.ascii(set.relative())))
                    .append('\n');
        }
    }
}
