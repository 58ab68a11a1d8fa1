package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Server;
import java.net.InetAddress;

/** One address of one name server. */
record Host(String name, InetAddress address) {
    boolean isIpv4() {
        return address.getAddress().length == 4;
    }

    Contact contact(int port) {
        return new Contact.Plain(address, port);
    }

    Server server(int port) {
        return new Server(name, contact(port).text());
    }
}
