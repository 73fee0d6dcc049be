package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;

/** Every path but the SPARQL endpoint's: the route that fits best, or 404. */
public final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient List<Route> routes;
    private final transient Exchanges exchanges;

    public Front(List<Route> routes, Exchanges exchanges) {
        this.routes = List.copyOf(routes);
        this.exchanges = exchanges;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        routes.stream()
                .filter(route -> route.fit(path) >= 0)
                .max(Comparator.comparingInt(route -> route.fit(path)))
                .ifPresentOrElse(
                        route -> exchanges.handle(request, response, route),
                        () -> exchanges.refuse(request, response, Refusal.nothingHere()));
    }
}
