package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.RecordKey;
import dev.ascertain.sandbox.section.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Records as a zone file writes them, in the text of a scenario. */
final class RecordText {
    private static final long TTL = 300;
    private static final String NO_FILE = "<none>:";

    private RecordText() {}

    /** The lines of a zone file; names are relative to the zone. */
    static List<Record> records(Section section, String key, Name zone) {
        List<Record> records = new ArrayList<>();
        var text = section.text(key, "");
        try (var master = new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), zone, TTL)) {
            master.disableIncludes();
            for (var next = master.nextRecord(); next != null; next = master.nextRecord()) {
                records.add(next);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw section.wrong(key, "line " + reason(e));
        }
        for (Record record : records) {
            if (!record.getName().subdomain(zone)) {
                throw section.wrong(key, record.getName() + " is not in the zone " + zone);
            }
        }
        return records;
    }

    private static String reason(Exception fault) {
        var message = Objects.toString(fault.getMessage(), "?");
        return message.startsWith(NO_FILE) ? message.substring(NO_FILE.length()) : message;
    }

    /** Lines of a name and a type. */
    static List<RecordKey> keys(Section section, String key, Name zone) {
        return section.text(key, "")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> key(section, key, zone, line))
                .toList();
    }

    /** Texts of a name and a type, such as {@code www.shop.example TXT}. */
    static List<RecordKey> listed(Section section, String key) {
        return section.texts(key).stream()
                .map(line -> key(section, key, Name.root, line))
                .toList();
    }

    private static RecordKey key(Section section, String key, Name zone, String line) {
        var words = line.strip().split("\\s+", -1);
        if (words.length != 2) {
            throw section.wrong(
                    key, "expected a name and a type, such as \"www TXT\", found \"" + line.strip() + "\".");
        }
        return new RecordKey(name(section, key, words[0], zone), type(section, key, words[1]));
    }

    static int type(Section section, String key, String word) {
        int type = Type.value(word, true);
        if (type < 0) {
            throw section.wrong(key, "expected the type of a record, such as TXT, found \"" + word + "\".");
        }
        return type;
    }

    /** @param zone what a name without a final dot is relative to */
    static Name name(Section section, String key, String text, Name zone) {
        try {
            return Name.fromString(text, zone);
        } catch (TextParseException e) {
            throw section.wrong(key, "\"" + text + "\" is no name: " + e.getMessage() + ".");
        }
    }
}
