package se.fondgraf.web.http;

import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what is kept ready, before servlets see the request. */
public final class CachedReplies extends Handler.Wrapper {
    private final ReplyCache cache;

    public CachedReplies(ReplyCache cache, Handler rest) {
        super(rest);
        this.cache = cache;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (EntityTag.isRead(request.getMethod())) {
            Optional<StoredReply> kept = cache.find(
                    String.valueOf(request.getHttpURI().getPathQuery()),
                    name -> String.join(",", request.getHeaders().getValuesList(name)));
            if (kept.isPresent()) {
                kept.get().send(request, response, callback);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }
}
