package se.fondgraf.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.AccessDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import se.fondgraf.engine.TransparentView;

/**
 * A dataset that can only be read. In memory its transactions keep the bookkeeping that Jena expects and take no lock:
 * nothing writes, so readers need not wait for each other. On disk they are those of the files.
 */
final class FrozenDataset extends DatasetGraphReadOnly implements TransparentView {
    private final Transactional transactions;
    private final PrefixMap prefixes;

    /** Data that nothing writes any more. */
    FrozenDataset(DatasetGraph dataset) {
        this(dataset, new TransactionalNull(), dataset.prefixes());
    }

    /** Data that is read in transactions of its own. */
    FrozenDataset(DatasetGraph dataset, Transactional transactions, PrefixMap prefixes) {
        super(dataset);
        this.transactions = transactions;
        this.prefixes = PrefixMapFactory.unmodifiablePrefixMap(prefixes);
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    @Override
    public void begin(TxnType type) {
        if (type != TxnType.READ) {
            throw new AccessDeniedException("read-only dataset");
        }
        transactions.begin(type);
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public boolean promote(Promote promotion) {
        throw new AccessDeniedException("read-only dataset");
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }

    /** Closing a reader's view closes nothing: the data is shared. */
    @Override
    public void close() {}
}
