package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.dns.RunTime.Wait;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/**
 * A question over UDP, repeated while nothing comes, and over TCP if the answer is cut. Each has a socket of its own, so
 * that whoever forges an answer has to guess its port too.
 */
final class PlainExchange {
    private static final int LARGEST_DATAGRAM = 4096;

    /** The share of the time left that an attempt waits: a fifth, three tenths, the rest. */
    private static final int[] PERCENT = {20, 38, 100};

    private final Contact.Plain contact;
    private final Message question;
    private final Wait wait;
    private boolean forged;

    PlainExchange(Contact.Plain contact, Message question, Wait wait) {
        this.contact = contact;
        this.question = question;
        this.wait = wait;
    }

    Reply run() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(contact.address(), contact.port()));
            byte[] bytes = question.toWire();
            for (int percent : PERCENT) {
                socket.send(new DatagramPacket(bytes, bytes.length));
                Optional<byte[]> answer = receive(socket, wait.part(percent));
                if (answer.isPresent()) {
                    return read(answer.get());
                }
            }
        } catch (IOException noWay) {
            return Reply.UNREACHABLE;
        }
        return forged ? Reply.MALFORMED : Reply.SILENT;
    }

    /** What carries another id was sent by somebody else: it is left out, and the wait goes on. */
    private Optional<byte[]> receive(DatagramSocket socket, Wait attempt) throws IOException {
        var packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        for (int glance = attempt.glance(); glance > 0; glance = attempt.glance()) {
            socket.setSoTimeout(glance);
            packet.setLength(LARGEST_DATAGRAM);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException nothing) {
                continue;
            }
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            if (Wire.carriesId(bytes, question)) {
                return Optional.of(bytes);
            }
            forged = true;
        }
        return Optional.empty();
    }

    private Reply read(byte[] bytes) {
        boolean cut = (bytes[2] & 0x02) != 0;
        if (cut) {
            return new TcpExchange(contact, question, wait).run();
        }
        return Wire.answer(bytes, question)
                .filter(message -> !message.getHeader().getFlag(Flags.TC))
                .<Reply>map(message -> new Reply.Received(message, bytes.length, false))
                .orElse(Reply.MALFORMED);
    }
}
