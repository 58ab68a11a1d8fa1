package dev.ascertain.evidence.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A zone that answers the way an authoritative server does. */
record FakeZone(Name origin, List<Record> records) {
    static final String SOA = "ns.invalid. admin.invalid. 1 3600 600 86400 60";

    /** @param lines such as {@code www.example. A 127.0.0.1}; the SOA is added */
    static FakeZone of(String origin, String lines) {
        List<Record> records = (origin + " SOA " + SOA + "\n" + lines)
                .lines()
                .filter(line -> !line.isBlank())
                .map(FakeZone::record)
                .toList();
        return new FakeZone(name(origin), records);
    }

    FakeZone with(String lines) {
        return new FakeZone(
                origin,
                Stream.concat(records.stream(), lines.lines().map(FakeZone::record))
                        .toList());
    }

    static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    private static Record record(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        try {
            return Record.fromString(name(parts[0]), Type.value(parts[1]), DClass.IN, 300, parts[2], Name.root);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(line, malformed);
        }
    }

    /** A TXT record of raw bytes. */
    static Record text(Name name, List<byte[]> strings) {
        var data = new ByteArrayOutputStream();
        strings.forEach(string -> {
            data.write(string.length);
            data.writeBytes(string);
        });
        return Record.newRecord(name, Type.TXT, DClass.IN, 300, data.toByteArray());
    }

    boolean holds(Name name) {
        return name.subdomain(origin);
    }

    /** Fills an answer. */
    void answer(Message reply, Name name, int type) {
        List<Record> cut = cut(name, type);
        if (!cut.isEmpty()) {
            cut.forEach(record -> reply.addRecord(record, Section.AUTHORITY));
            glue(reply, cut);
            return;
        }
        reply.getHeader().setFlag(Flags.AA);
        List<Record> found = at(name).stream()
                .filter(record -> record.getType() == type || record.getType() == Type.CNAME)
                .toList();
        found.forEach(record -> reply.addRecord(record, Section.ANSWER));
        glue(reply, found);
        if (found.isEmpty()) {
            reply.addRecord(records.getFirst(), Section.AUTHORITY);
            reply.getHeader().setRcode(exists(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
        }
    }

    private List<Record> cut(Name name, int type) {
        return records.stream()
                .filter(record ->
                        record.getType() == Type.NS && !record.getName().equals(origin))
                .filter(record -> name.subdomain(record.getName()))
                .filter(record -> type != Type.DS || !name.equals(record.getName()))
                .toList();
    }

    private void glue(Message reply, List<Record> servers) {
        servers.stream()
                .filter(record -> record.getType() == Type.NS)
                .flatMap(record -> at(record.getAdditionalName()).stream())
                .filter(record -> record.getType() == Type.A || record.getType() == Type.AAAA)
                .forEach(record -> reply.addRecord(record, Section.ADDITIONAL));
    }

    List<Record> at(Name name) {
        return records.stream().filter(record -> record.getName().equals(name)).toList();
    }

    private boolean exists(Name name) {
        return records.stream().anyMatch(record -> record.getName().subdomain(name));
    }
}
