package dev.ascertain.providers.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads every body to its end, up to a bound.
 *
 * <p>It also tells the call's {@link Line} how to be cut.
 *
 * <p>It stands inside the client rather than around it, because only here can a connection be dropped: closing a body
 * early reads all the rest of it, however long that is, to save the connection.
 *
 * @param limit in bytes
 */
record BoundedBody(int limit) implements ExecChainHandler {
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Line.CURRENT.get().through(scope.execRuntime::discardEndpoint);
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        boolean whole = false;
        try {
            response.setEntity(new ByteArrayEntity(
                    read(entity, response.getCode()), ContentType.parseLenient(entity.getContentType())));
            whole = true;
            return response;
        } finally {
            if (!whole) {
                scope.execRuntime.discardEndpoint();
            }
        }
    }

    private byte[] read(HttpEntity entity, int status) throws IOException {
        InputStream content = entity.getContent();
        try {
            byte[] bytes = content.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new TooLong();
            }
            return bytes;
        } catch (SocketTimeoutException | TooLong known) {
            throw known;
        } catch (IOException broken) {
            throw new CutBody(status);
        }
    }

    /** The body is longer than the bound. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the body is too long");
        }
    }

    /** The connection ended within the body. */
    static final class CutBody extends IOException {
        private static final long serialVersionUID = 1L;

        /** The status that came before it. */
        final int status;

        CutBody(int status) {
            super("the body was cut off");
            this.status = status;
        }
    }
}
