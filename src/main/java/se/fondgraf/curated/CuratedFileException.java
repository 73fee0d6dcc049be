package se.fondgraf.curated;

/** A curated file that cannot be used: the operator's mistake, told with file, line and remedy. */
public final class CuratedFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param line counted from 1; 0 when the file as a whole is meant */
    public CuratedFileException(String file, int line, String reason) {
        super(line > 0 ? file + ":" + line + ": " + reason : file + ": " + reason);
    }
}
