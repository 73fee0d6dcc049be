package se.fondgraf.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** How requests are turned down, wherever that happens: by us, by Fuseki, or by Jetty before either sees them. */
final class ProblemPages extends ErrorHandler {
    private static final long serialVersionUID = 1L;

    /** Bytes of a refused body that are read all the same. */
    private static final int REST = 1 << 20;

    static final String NOTHING_HERE = "There is nothing here; the endpoint is %s.".formatted(Server.PATH);

    /** Answers everything that no one else does. */
    static final class NotFound extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            send(request, response, 404, NOTHING_HERE);
        }
    }

    /** Sends a problem in place of an answer. */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = Problem.json(status, sentence);
        response.reset();
        response.setStatus(status);
        if (!readToTheEnd(request)) {
            response.setHeader("Connection", "close");
        }
        commonHeaders(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        if (status == 503) {
            response.setIntHeader("Retry-After", Refusal.RETRY_SECONDS);
        }
        if (status == 405) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** A client that is still sending sees the answer only when the rest is read; a long rest is cut off instead. */
    private static boolean readToTheEnd(HttpServletRequest request) {
        try {
            ServletInputStream in = request.getInputStream();
            long skipped = 0;
            byte[] piece = new byte[8 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                skipped += read;
                if (skipped > REST) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** On every response: anyone may read it, nobody may guess at its type. */
    static void commonHeaders(BiConsumer<String, String> header) {
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Access-Control-Allow-Origin", "*");
        header.accept("Access-Control-Expose-Headers", "Retry-After");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        byte[] body = Problem.json(status, sentence(status));
        commonHeaders(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = "HEAD".equals(request.getMethod());
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
        return true;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not valid HTTP.";
            case 414, 431 -> "The address and headers are longer than 16 KiB; send a long query by POST.";
            case 503 -> "The server is stopping or overloaded; try again in a moment.";
            default -> status < 500 ? "The request cannot be answered." : "The server failed.";
        };
    }
}
