package se.fondgraf.input;

import java.io.IOException;

/** A file that holds many pages: an archive, or a file with one record a line. */
public final class Several implements Taken {
    private final String name;
    private final Opening opening;

    /** How its pages are come by. */
    interface Opening {
        Pieces open() throws IOException;
    }

    Several(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** What messages call the file. */
    public String name() {
        return name;
    }

    /**
     * Its pages, one after the other, to be closed.
     *
     * @throws IOException when it cannot be opened at all, with a sentence that says why
     */
    public Pieces open() throws IOException {
        return opening.open();
    }
}
