package se.fondgraf.store;

import java.util.Optional;

/** A store on this machine, which is filled by writing whole datasets into it. */
public sealed interface LocalStore extends Store permits MemoryStore, DiskStore {
    @Override
    Snapshot current();

    /** What the current release was made of; empty when nothing was loaded. */
    Optional<Origin> origin();

    /**
     * Replaces the data by what the source writes, in one step: whoever reads goes on reading the release it has.
     *
     * @param source called once
     * @throws RuntimeException whatever the source throws; the store then holds what it held before
     * @throws StoreException when the store cannot be written; it then holds what it held before
     */
    void load(Origin origin, Source source);
}
