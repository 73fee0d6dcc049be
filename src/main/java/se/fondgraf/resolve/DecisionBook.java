package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions that do not contradict each other. Those of one file are taken in strictly, where a contradiction is an
 * error; those of several files from the last to the first, where what contradicts a later file is left out.
 */
final class DecisionBook {
    private final OrganizationRegister register;
    private final Map<String, Decision> same = new LinkedHashMap<>();
    private final List<Decision> different = new ArrayList<>();
    private final Map<String, Decision> parents = new LinkedHashMap<>();
    private final Map<String, Decision> seats = new LinkedHashMap<>();

    DecisionBook(OrganizationRegister register) {
        this.register = register;
    }

    /**
     * Checks one file by itself.
     *
     * @throws se.fondgraf.curated.CuratedFileException when its rows contradict each other
     */
    static void check(List<Decision> file, OrganizationRegister register) {
        DecisionBook book = new DecisionBook(register);
        book.addIdentities(file, true);
        book.addFacts(file, true);
    }

    /** The decisions of all files together, each of which has been checked; the last wins. */
    static DecisionBook of(List<List<Decision>> files, OrganizationRegister register) {
        DecisionBook book = new DecisionBook(register);
        files.reversed().forEach(file -> book.addIdentities(file, false));
        files.reversed().forEach(file -> book.addFacts(file, false));
        return book;
    }

    private void addIdentities(List<Decision> file, boolean strict) {
        for (Decision row : file) {
            Optional<String> complaint = switch (row.kind()) {
                case SAME -> addSame(row);
                case DIFFERENT -> addDifferent(row);
                case PARENT, SEAT -> Optional.empty();
            };
            if (strict && complaint.isPresent()) {
                throw row.wrong(complaint.get());
            }
        }
    }

    private Optional<String> addSame(Decision row) {
        Decision other = same.get(row.subject());
        if (other != null) {
            return other.object().equals(row.object())
                    ? Optional.empty()
                    : Optional.of("the subject is said to be the same as another body at " + other.place());
        } else if (root(row.object()).equals(row.subject())) {
            return Optional.of("the bodies said to be the same go round in a circle");
        }
        same.put(row.subject(), row);
        for (Decision apart : different) {
            if (root(apart.subject()).equals(root(apart.object()))) {
                same.remove(row.subject());
                return Optional.of("this contradicts " + apart.place() + ", where the two are said to be different");
            }
        }
        return Optional.empty();
    }

    private Optional<String> addDifferent(Decision row) {
        if (root(row.subject()).equals(root(row.object()))) {
            return Optional.of(
                    row.subject().equals(row.object())
                            ? "nothing is different from itself"
                            : "the two are said to be the same by other rows");
        }
        different.add(row);
        return Optional.empty();
    }

    private void addFacts(List<Decision> file, boolean strict) {
        List<Decision> added = new ArrayList<>();
        for (Decision row : file) {
            if (row.kind() == Decision.Kind.SEAT) {
                add(row, seats, strict);
            } else if (row.kind() == Decision.Kind.PARENT && add(row, parents, strict)) {
                added.add(row);
            }
        }
        Optional<Decision> circle = circle(added);
        while (circle.isPresent()) {
            if (strict) {
                throw circle.get().wrong("the parents go round in a circle");
            }
            parents.remove(root(circle.get().subject()));
            added.remove(circle.get());
            circle = circle(added);
        }
    }

    private boolean add(Decision row, Map<String, Decision> facts, boolean strict) {
        Decision other = facts.putIfAbsent(root(row.subject()), row);
        if (strict && other != null && !root(other.object()).equals(root(row.object()))) {
            throw row.wrong("the subject has another " + (row.kind() == Decision.Kind.SEAT ? "seat" : "parent") + " at "
                    + other.place());
        }
        return other == null;
    }

    private Optional<Decision> circle(List<Decision> added) {
        return added.stream().filter(this::isCircular).findFirst();
    }

    private boolean isCircular(Decision row) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(root(row.subject()));
        while (at.isPresent()) {
            if (!seen.add(at.get())) {
                return at.get().equals(root(row.subject()));
            }
            at = above(at.get());
        }
        return false;
    }

    private Optional<String> above(String slug) {
        Decision decided = parents.get(slug);
        return decided == null
                ? register.bySlug(slug).flatMap(Organization::parent).map(this::root)
                : Optional.of(root(decided.object()));
    }

    /** What the body or mention is said to be, through any number of decisions; itself when nothing is said. */
    String root(String key) {
        String at = key;
        for (Decision next = same.get(at); next != null; next = same.get(at)) {
            at = next.object();
        }
        return at;
    }

    /** By subject. */
    Map<String, Decision> same() {
        return same;
    }

    List<Decision> different() {
        return different;
    }

    /** By the body that the subject is. */
    Map<String, Decision> parents() {
        return parents;
    }

    /** By the body that the subject is. */
    Map<String, Decision> seats() {
        return seats;
    }
}
