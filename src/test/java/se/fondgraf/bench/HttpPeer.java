package se.fondgraf.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The servers that ours is measured beside: {@code stock DUMP.nq}, an embedded Fuseki as its documentation shows it,
 * and {@code hello}, a servlet that says a word, on the same Jetty. Prints {@code port} and the port when it answers.
 */
public final class HttpPeer {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger REQUESTS = Logger.getLogger("org.apache.jena.fuseki");

    private HttpPeer() {}

    /** A server, until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("port " + (arguments[0].equals("stock") ? stock(Path.of(arguments[1])) : hello()));
    }

    private static int stock(Path dump) {
        // It would write several lines for each request to the terminal, which is not what is to be measured.
        REQUESTS.setLevel(Level.WARNING);
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(dataset, () -> RDFParser.source(dump).checking(false).parse(StreamRDFLib.dataset(dataset)));
        FusekiServer server =
                FusekiServer.create().port(0).add("/sparql", dataset).build();
        server.start();
        return server.getHttpPort();
    }

    private static int hello() throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Hello()), "/*");
        server.setHandler(context);
        server.start();
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    private static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final byte[] WORD = "hello\n".getBytes(StandardCharsets.UTF_8);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain; charset=utf-8");
            response.setContentLength(WORD.length);
            response.getOutputStream().write(WORD);
        }
    }
}
