package se.fondgraf.store;

/**
 * Where the data being served comes from. A reader takes the current release once and reads from it alone, so that a
 * newer one that arrives meanwhile does not mix with it.
 */
public sealed interface Store extends AutoCloseable permits LocalStore, RemoteStore {
    /** The newest complete release. */
    Release current();

    /** Gives up files and connections; releases must not be read afterwards. */
    @Override
    void close();
}
