package se.fondgraf.store;

import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One complete load of the data. It never changes, so whoever holds one reads a single state of the data for as long as
 * they like, from any number of threads, without locks.
 *
 * @param dataset read-only; writing to it throws
 * @param triples the number of distinct triples in the default graph
 * @param quads the number of distinct statements in all graphs, the default graph among them
 */
public record Snapshot(DatasetGraph dataset, long triples, long quads) {}
