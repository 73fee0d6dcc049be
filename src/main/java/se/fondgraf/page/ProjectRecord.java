package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one capture states about one project. Holds no contact data.
 *
 * @param layout by which it was read
 * @param sha256 of its published text
 * @param address of the page on the web, when known
 * @param ownerDomain the domain of the contact's e-mail address: evidence for whose department an owner is, and nothing
 *     else
 * @param statements in the order of their lines
 */
public record ProjectRecord(
        Layout layout,
        String sha256,
        Optional<String> address,
        Optional<String> ownerDomain,
        List<Statement> statements) {
    private static final Comparator<Statement> BEST_FIRST =
            Comparator.comparingInt(Statement::rank).thenComparing(Statement::lines);

    public ProjectRecord {
        statements = List.copyOf(statements);
    }

    /** The first eight hex digits of the published text's hash: the page's name in IRIs. */
    public String page8() {
        return sha256.substring(0, 8);
    }

    /** The readable statements of that property, best first: by rank, then by line. */
    public List<Statement> of(Property property) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.property() == property && statement.isReadable()) {
                found.add(statement);
            }
        }
        found.sort(BEST_FIRST);
        return Collections.unmodifiableList(found);
    }

    /** The best readable statement of that property. */
    public Optional<Statement> best(Property property) {
        Optional<Statement> best = Optional.empty();
        for (Statement statement : statements) {
            if (statement.property() == property
                    && statement.isReadable()
                    && (best.isEmpty() || BEST_FIRST.compare(statement, best.get()) < 0)) {
                best = Optional.of(statement);
            }
        }
        return best;
    }

    /** The words of the best readable statement of a property stated in words or codes. */
    public Optional<String> words(Property property) {
        return best(property).map(Statement::asWritten);
    }

    /** How many values could be read, running text apart. */
    public long valueCount() {
        return statements.stream()
                .filter(statement -> statement.isReadable() && !(statement.value() instanceof Value.Prose))
                .count();
    }

    /** All mentions of bodies. */
    public Stream<Statement> bodies() {
        return statements.stream()
                .filter(statement -> statement.property().form() == Property.Form.BODY
                        || statement.property().form() == Property.Form.BODIES)
                .filter(Statement::isReadable);
    }

    /** The same record with the page's address. */
    public ProjectRecord at(String url) {
        return new ProjectRecord(layout, sha256, Optional.of(url), ownerDomain, statements);
    }
}
