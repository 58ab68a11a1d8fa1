package dev.ascertain.sandbox.dns;

import java.util.List;
import org.xbill.DNS.Record;

/** Records with another time to live. */
final class Ttl {
    private Ttl() {}

    static Record of(Record record, long seconds) {
        return Record.newRecord(
                record.getName(), record.getType(), record.getDClass(), seconds, record.rdataToWireCanonical());
    }

    /** As a cache shows them after some seconds. */
    static List<Record> aged(List<Record> records, long seconds) {
        return records.stream()
                .map(record -> of(record, Math.max(0, record.getTTL() - seconds)))
                .toList();
    }
}
