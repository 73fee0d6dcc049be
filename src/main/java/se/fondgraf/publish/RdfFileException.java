package se.fondgraf.publish;

/** An RDF file that cannot be read, told in one sentence with file, line and column where they are known. */
public final class RdfFileException extends Exception {
    private static final long serialVersionUID = 1;

    RdfFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
