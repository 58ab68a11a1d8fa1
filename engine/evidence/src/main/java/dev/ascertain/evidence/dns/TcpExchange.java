package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.dns.RunTime.Wait;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/** A question over TCP, because its answer does not fit elsewhere: what goes wrong here leaves an answer that is cut. */
final class TcpExchange {
    private final Contact.Plain contact;
    private final Message question;
    private final Wait wait;

    TcpExchange(Contact.Plain contact, Message question, Wait wait) {
        this.contact = contact;
        this.question = question;
        this.wait = wait;
    }

    Reply run() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(contact.address(), contact.port()), wait.millis());
            byte[] asked = question.toWire();
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(2 + asked.length)
                            .putShort((short) asked.length)
                            .put(asked)
                            .array());
            byte[] length = read(socket, 2);
            byte[] bytes = read(socket, (length[0] & 0xff) << 8 | (length[1] & 0xff));
            if (!Wire.carriesId(bytes, question)) {
                return Reply.MALFORMED;
            }
            return Wire.answer(bytes, question)
                    .filter(message -> !message.getHeader().getFlag(Flags.TC))
                    .<Reply>map(message -> new Reply.Received(message, bytes.length, true))
                    .orElse(Reply.MALFORMED);
        } catch (IOException broken) {
            return Reply.MALFORMED;
        }
    }

    /** However slowly the bytes drip, it ends with the wait. */
    private byte[] read(Socket socket, int count) throws IOException {
        byte[] bytes = new byte[count];
        InputStream in = socket.getInputStream();
        int filled = 0;
        while (filled < count) {
            int glance = wait.glance();
            if (glance == 0) {
                throw new SocketTimeoutException("time is up");
            }
            socket.setSoTimeout(glance);
            try {
                int some = in.read(bytes, filled, count - filled);
                if (some < 0) {
                    throw new EOFException();
                }
                filled += some;
            } catch (SocketTimeoutException nothing) {
                // nothing yet
            }
        }
        return bytes;
    }
}
