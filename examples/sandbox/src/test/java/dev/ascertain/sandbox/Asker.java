package dev.ascertain.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one server over real UDP and TCP, as a program other than ours would. */
final class Asker {
    private final SimpleResolver resolver;
    private boolean recursive;
    private boolean unchecked;

    private Asker(InetSocketAddress server) {
        resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(10));
        resolver.setEDNS(0, 1232, 0);
    }

    /** @param server an address, perhaps with a port */
    static Asker of(Sandbox sandbox, String server) {
        try {
            int port = Integer.parseInt(sandbox.environment().get("SANDBOX_DNS_PORT"));
            return new Asker(new InetSocketAddress(InetAddress.getByName(server), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Asker recursive() {
        recursive = true;
        return this;
    }

    Asker unchecked() {
        unchecked = true;
        return this;
    }

    Asker tcp() {
        resolver.setTCP(true);
        return this;
    }

    Asker patient(Duration atMost) {
        resolver.setTimeout(atMost);
        return this;
    }

    Asker withoutEdns() {
        resolver.setEDNS(-1);
        return this;
    }

    Message ask(String name, String type) throws IOException {
        var question = Record.newRecord(Name.fromString(name, Name.root), Type.value(type), DClass.IN);
        var query = Message.newQuery(question);
        if (!recursive) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        if (unchecked) {
            query.getHeader().setFlag(Flags.CD);
        }
        return resolver.send(query);
    }

    /** The code, {@code aa} where it is there, and then the data of the answer section, TXT without quotes. */
    String brief(String name, String type) {
        try {
            var answer = ask(name, type);
            var aa = answer.getHeader().getFlag(Flags.AA) ? " aa" : "";
            return Rcode.string(answer.getRcode()) + aa + data(answer, Section.ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String data(Message answer, int section) {
        var text = new StringBuilder();
        for (Record record : answer.getSection(section)) {
            text.append(" ").append(record.rdataToString());
        }
        return text.toString();
    }

    static List<String> extendedErrors(Message answer) {
        return answer.getOPT().getOptions(15).stream()
                .map(option -> ((ExtendedErrorCodeOption) option).getErrorCode() + " "
                        + ((ExtendedErrorCodeOption) option).getText())
                .toList();
    }
}
