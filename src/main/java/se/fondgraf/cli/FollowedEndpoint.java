package se.fondgraf.cli;

import se.fondgraf.store.RemoteStore;
import se.fondgraf.store.StoreException;

/** What others load into an endpoint elsewhere. */
record FollowedEndpoint(RemoteStore store) implements Followed {
    /** It is asked from time to time by itself. */
    @Override
    public String state() {
        return "";
    }

    @Override
    public boolean again() {
        try {
            return store.lookAgain();
        } catch (StoreException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String served() {
        return "release " + store.current().version();
    }
}
