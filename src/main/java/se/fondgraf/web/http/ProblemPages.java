package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** How requests are turned down, wherever that happens: by us, by Fuseki, or by Jetty before either sees them. */
public final class ProblemPages extends ErrorHandler {
    private static final long serialVersionUID = 1L;

    /** Bytes of a refused body that are read all the same. */
    private static final int REST = 1 << 20;

    /** Sends a problem in place of an answer: a page to who reads HTML rather than JSON. */
    static void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal, RefusalPage page)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        int status = refusal.status();
        boolean people = isForPeople(request);
        Content body = people
                ? page.of(
                        status,
                        HttpStatus.getMessage(status),
                        refusal.sentence(),
                        Collections.list(request.getHeaders("Accept-Language")))
                : Content.of(Problem.json(status, refusal.sentence()));
        response.reset();
        response.setStatus(status);
        if (status == HttpStatus.REQUEST_TIMEOUT_408 || !readToTheEnd(request)) {
            response.setHeader("Connection", "close");
        }
        CommonHeaders.set(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        if (isForNow(status)) {
            response.setIntHeader("Retry-After", Refusal.RETRY_SECONDS);
        }
        if (status == 405) {
            response.setHeader("Allow", String.join(", ", refusal.methods()));
        }
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setContentType(people ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE);
        response.setContentLengthLong(body.size());
        if (!request.getMethod().equals("HEAD")) {
            body.writeTo(response.getOutputStream());
        }
    }

    /** Whoever accepts anything is taken for a program. */
    private static boolean isForPeople(HttpServletRequest request) {
        return new Accept(Collections.list(request.getHeaders("Accept")))
                .choose(List.of(Format.JSON, Format.HTML))
                .filter(choice -> choice.format() == Format.HTML)
                .isPresent();
    }

    /** A client that is still sending sees the answer only when the rest is read; a long rest is cut off instead. */
    private static boolean readToTheEnd(HttpServletRequest request) {
        try {
            return se.fondgraf.web.http.Request.drain(request, OutputStream.nullOutputStream(), REST);
        } catch (IOException | Refusal e) {
            return false;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return send(request, response, callback, response.getStatus(), sentence(response.getStatus()));
    }

    /** Turns down a request that no servlet has seen. */
    public static boolean refuse(Request request, Response response, Callback callback, Refusal refusal) {
        return send(request, response, callback, refusal.status(), refusal.sentence());
    }

    private static boolean send(Request request, Response response, Callback callback, int status, String sentence) {
        byte[] body = Problem.json(status, sentence);
        response.setStatus(status);
        CommonHeaders.set(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (isForNow(status)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Refusal.RETRY_SECONDS);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = "HEAD".equals(request.getMethod());
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
        return true;
    }

    /** Whether the same request may be answered later. */
    private static boolean isForNow(int status) {
        return status == 503 || status == 429;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not valid HTTP.";
            case 408 -> "The request came too slowly.";
            case 414, 431 -> "The address and headers are longer than 16 KiB; send a long query by POST.";
            case 503 -> "The server is stopping or overloaded; try again in a moment.";
            default -> status < 500 ? "The request cannot be answered." : "The server failed.";
        };
    }
}
