package se.fondgraf.publish;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.AtlasException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.util.Context;
import se.fondgraf.name.Printable;

/**
 * Reads RDF files of anyone's, in any syntax that we write, by their extension. Nothing else is ever read on their
 * behalf: no remote JSON-LD context, no XML entity.
 */
public final class RdfReader {
    private RdfReader() {}

    /**
     * Sends what a file states.
     *
     * @param base what relative IRIs are taken against
     * @throws RdfFileException when it cannot be read or is no RDF, with a sentence
     * @throws IllegalArgumentException when its extension is no syntax's
     */
    public static void read(Path file, String base, StreamRDF out) throws RdfFileException {
        RdfSyntax syntax = RdfSyntax.ofFile(file.toString())
                .orElseThrow(() -> new IllegalArgumentException("no RDF extension: " + file));
        try (InputStream in = open(file)) {
            RDFParser.source(in)
                    .lang(lang(syntax))
                    .base(base)
                    .errorHandler(new Refusing())
                    .context(withoutFetching())
                    .parse(out);
        } catch (RiotParseException e) {
            throw new RdfFileException(file + position(e) + ": " + Printable.of(e.getOriginalMessage()), e);
        } catch (RiotException e) {
            Throwable cause = e.getCause();
            throw new RdfFileException(
                    file + ": " + Printable.of(String.valueOf(cause == null ? e.getMessage() : cause.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new RdfFileException(file + ": nested too deeply", e);
        } catch (IOException | AtlasException e) {
            throw new RdfFileException(file + ": " + reason(e), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return RdfSyntax.isCompressed(file.toString()) ? new GZIPInputStream(plain, 1 << 16) : plain;
    }

    private static Lang lang(RdfSyntax syntax) {
        return switch (syntax) {
            case N_QUADS -> Lang.NQUADS;
            case TRIG -> Lang.TRIG;
            case N_TRIPLES -> Lang.NTRIPLES;
            case TURTLE -> Lang.TURTLE;
            case RDF_XML -> Lang.RDFXML;
            case JSON_LD -> Lang.JSONLD11;
        };
    }

    private static Context withoutFetching() {
        JsonLdOptions options = new JsonLdOptions((address, how) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "contexts are not fetched, and it names " + address);
        });
        return new Context().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    private static String position(RiotParseException e) {
        return e.getLine() > 0 ? ":" + e.getLine() + (e.getCol() > 0 ? ":" + e.getCol() : "") : "";
    }

    private static String reason(Exception e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.io.EOFException cut -> "the file is cut";
            default -> Printable.of(String.valueOf(e.getMessage()));
        };
    }

    /** Errors end the reading; warnings are the writer's concern, not ours. */
    private static final class Refusing implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }
    }
}
