/**
 * RDF data in memory, made to be read: every term stands once in a {@linkplain se.fondgraf.engine.TermDictionary
 * dictionary} and has a number, and a graph is three sorted {@linkplain se.fondgraf.engine.Permutation permutations} of
 * such numbers. Nothing changes once {@linkplain se.fondgraf.engine.DatasetLoader a load} is over, so any number of
 * threads read without locks.
 *
 * <p>Terms are bytes, not objects: {@code Node}s are made when somebody asks for them. Long texts, by far the most of
 * what project pages hold, leave the heap for a {@linkplain se.fondgraf.engine.LongTexts temporary file}.
 *
 * <p>Queries go through ARQ, which parses and optimises them. Parts that need all their rows before the first goes out,
 * sorted and grouped ones, are taken over by {@link se.fondgraf.engine.ColumnExecutor}: a
 * {@link se.fondgraf.engine.Planner} makes {@link se.fondgraf.engine.Stage}s of them, which push
 * {@linkplain se.fondgraf.engine.Batch batches} of rows of term numbers from the patterns upwards. A
 * {@linkplain se.fondgraf.engine.PatternStage pattern} is looked up for every row, a
 * {@linkplain se.fondgraf.engine.JoinStage join} holds one side in a hash table,
 * {@linkplain se.fondgraf.engine.OrderStage sorting} is counting of ranks, and what an
 * {@linkplain se.fondgraf.engine.ExpressionCompiler expression} says about one term, or about a combination of a few,
 * is worked out once. Rows become terms again only where the answer is written. What a part found stays in a bounded
 * {@linkplain se.fondgraf.engine.ResultCache cache} of the dataset.
 */
@NullMarked
package se.fondgraf.engine;

import org.jspecify.annotations.NullMarked;
