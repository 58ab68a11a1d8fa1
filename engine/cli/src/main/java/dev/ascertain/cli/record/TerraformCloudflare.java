package dev.ascertain.cli.record;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.evidence.Names;
import org.jspecify.annotations.Nullable;

/**
 * Resources {@code cloudflare_dns_record} of the provider {@code cloudflare/cloudflare}, version 5. A zone's id is not
 * known here: it is a variable.
 *
 * @see <a href="https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/dns_record">The
 *     vendor's page</a>
 */
final class TerraformCloudflare {
    private static final Remarks REMARKS = new Remarks("#");

    private TerraformCloudflare() {}

    static String of(Publications publications) {
        if (publications.isEmpty()) {
            return REMARKS.nothing();
        }
        var text = new StringBuilder();
        publications.sets().stream().map(RecordSet::zone).distinct().forEach(zone -> text.append(variable(zone)));
        for (RecordSet set : publications.sets()) {
            set.entries().forEach(entry -> text.append(resource(set, entry)));
        }
        return text.append(REMARKS.rest(publications)).toString();
    }

    private static String variable(@Nullable String zone) {
        String which = zone == null ? "the zone that holds the records" : "the zone " + zone;
        return """
                variable %s {
                  type        = string
                  description = %s
                }

                """.formatted(Hcl.text(variableName(zone)), Hcl.text("The id of " + which + " at Cloudflare."));
    }

    private static String variableName(@Nullable String zone) {
        if (zone == null) {
            return "zone_id";
        }
        return zone.matches("[a-z0-9.-]+") ? Hcl.name("zone_id_" + zone) : Hcl.uniqueName("zone_id_" + zone, zone);
    }

    private static String resource(RecordSet set, Entry entry) {
        String name = Hcl.uniqueName(
                set.name() + "_" + set.type(), set.name(), set.type().name(), entry.value());
        var text = new StringBuilder(REMARKS.of(entry));
        text.append("resource \"cloudflare_dns_record\" ")
                .append(Hcl.text(name))
                .append(" {\n");
        attribute(text, "zone_id", "var." + variableName(set.zone()));
        attribute(text, "name", Hcl.text(ZoneText.ascii(set.name())));
        attribute(text, "type", Hcl.text(set.type().name()));
        attribute(text, "ttl", Integer.toString(ZoneText.TTL));
        text.append(value(set, entry));
        return text.append("}\n\n").toString();
    }

    private static String value(RecordSet set, Entry entry) {
        var text = new StringBuilder();
        switch (set.type()) {
            // Cloudflare keeps the quotes of a zone file; without them every plan shows a difference.
            case TXT -> attribute(text, "content", Hcl.text(ZoneText.quoted(entry.value())));
            case CNAME -> {
                attribute(text, "content", Hcl.text(ZoneText.ascii(Names.canonical(entry.value()))));
                // An alias that is proxied is not seen as an alias.
                attribute(text, "proxied", "false");
            }
            case CAA -> text.append(caa(CaaText.of(entry.value())));
        }
        return text.toString();
    }

    private static String caa(CaaRecord property) {
        return """
                  data = {
                    flags = %d
                    tag   = %s
                    value = %s
                  }
                """.formatted(property.flags(), Hcl.text(property.tag()), Hcl.text(property.value()));
    }

    private static void attribute(StringBuilder text, String name, String value) {
        text.append("  %-7s = %s\n".formatted(name, value));
    }
}
