package se.fondgraf.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import se.fondgraf.name.NormalName;
import se.fondgraf.store.Release;

/**
 * The names of one release's things, in memory. It is built once and then only read, by any number of threads.
 *
 * <p>Words are stemmed as Swedish is, and nothing is folded that tells names apart: Habo is not Håbo.
 */
public final class SearchIndex {
    /** Characters of a question that are looked at; no name is as long. */
    public static final int LONGEST = 500;

    private static final int MOST_WORDS = 24;
    private static final int FUZZY_FROM = 5;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        // It would tell whoever searches first to start Java otherwise, for vectors that an index of names has not.
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Analyzer analyzer = new SwedishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexSearcher searcher;
    private final String version;

    private SearchIndex(Release release) throws IOException {
        version = release.version();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            Set<String> seen = new HashSet<>();
            new EntityReader(release).read(entity -> {
                if (seen.add(entity.iri())) {
                    add(writer, entity);
                }
            });
            writer.forceMerge(1);
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    /** Reads the release and indexes it. */
    public static SearchIndex of(Release release) {
        try {
            return new SearchIndex(release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the release that it was built from. */
    public String version() {
        return version;
    }

    private static void add(IndexWriter writer, Entity entity) {
        Document document = new Document();
        document.add(new StringField("id", entity.id(), Field.Store.YES));
        document.add(new StringField("kind", entity.kind().word(), Field.Store.YES));
        document.add(new StoredField("iri", entity.iri()));
        document.add(new StoredField("label", entity.label()));
        document.add(new StoredField("detail", entity.detail()));
        document.add(new StoredField("projects", entity.projects()));
        entity.others().forEach(name -> document.add(new StoredField("other", name)));
        entity.place().ifPresent(place -> document.add(new StoredField("place", place)));
        entity.number().ifPresent(number -> document.add(new StringField("number", number, Field.Store.YES)));
        entity.names().forEach(name -> {
            document.add(new StringField("key", cut(NormalName.of(name)), Field.Store.NO));
            document.add(new TextField("words", name, Field.Store.NO));
        });
        document.add(new NumericDocValuesField("rank", entity.projects()));
        document.add(new SortedDocValuesField("order", new BytesRef(entity.iri())));
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A term may not be longer than 32 kB; a name of that length has no business here. */
    private static String cut(String key) {
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    /** The thing of that id. */
    public Optional<Entity> entity(String id) {
        return search(new TermQuery(new Term("id", cut(id))), 1).stream().findFirst();
    }

    /** What has that organisation, municipality or project number. */
    public List<Entity> numbered(String number, Optional<EntityKind> kind, int most) {
        return search(ofKind(new TermQuery(new Term("number", cut(number))), kind), most);
    }

    /**
     * What people may mean by some words, best first: things of the very name, then those with all of the words, then
     * those with some or with words nearly so.
     */
    public List<Entity> find(String text, Optional<EntityKind> kind, int most) {
        String asked = cut(text);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        String key = NormalName.of(asked);
        query.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("key", key))), 1000), Occur.SHOULD);
        query.add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term("key", key))), 50), Occur.SHOULD);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> words = words(asked);
        for (String word : words) {
            Query near = near(word);
            query.add(near, Occur.SHOULD);
            all.add(near, Occur.MUST);
        }
        if (!words.isEmpty()) {
            query.add(new BoostQuery(new ConstantScoreQuery(all.build()), 20), Occur.SHOULD);
        }
        return key.isEmpty() ? List.of() : search(ofKind(query.build(), kind), most);
    }

    /** Things with a name, or a word of a name, that begins so: those of most projects first. */
    public List<Entity> beginning(String prefix, Optional<EntityKind> kind, int offset, int most) {
        String key = NormalName.of(cut(prefix));
        if (key.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term("key", key))), 2), Occur.SHOULD);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> words = words(prefix);
        for (String word : words) {
            all.add(new PrefixQuery(new Term("words", word)), Occur.MUST);
        }
        if (!words.isEmpty()) {
            query.add(new ConstantScoreQuery(all.build()), Occur.SHOULD);
        }
        List<Entity> found = search(ofKind(query.build(), kind), offset + most);
        return found.subList(Math.min(offset, found.size()), found.size());
    }

    private static Query near(String word) {
        Term term = new Term("words", word);
        if (word.length() < FUZZY_FROM) {
            return new TermQuery(term);
        }
        return new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(term), 2), Occur.SHOULD)
                .add(new FuzzyQuery(term, 1, 1), Occur.SHOULD)
                .build();
    }

    private static Query ofKind(Query query, Optional<EntityKind> kind) {
        return kind.<Query>map(only -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term("kind", only.word())), Occur.FILTER)
                        .build())
                .orElse(query);
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("words", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST_WORDS) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField("rank", SortField.Type.LONG, true),
            new SortField("order", SortField.Type.STRING));

    private List<Entity> search(Query query, int most) {
        try {
            List<Entity> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, Math.max(1, most), BEST_FIRST).scoreDocs) {
                found.add(entity(searcher.storedFields().document(hit.doc)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entity entity(Document document) {
        String id = document.get("id");
        String kind = document.get("kind");
        return new Entity(
                EntityKind.of(kind).orElseThrow(() -> new IllegalStateException(kind)),
                id.substring(kind.length() + 1),
                document.get("iri"),
                document.get("label"),
                List.of(document.getValues("other")),
                Optional.ofNullable(document.get("place")),
                Optional.ofNullable(document.get("number")),
                document.get("detail"),
                document.getField("projects").numericValue().longValue());
    }
}
