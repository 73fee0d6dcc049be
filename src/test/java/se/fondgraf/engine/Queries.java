package se.fondgraf.engine;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Queries written by hand, and patterns made up at random. */
final class Queries {
    static final String PREFIX = "PREFIX : <https://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    /** One a line; every answer is ordered by all its columns. */
    static final String HAND_WRITTEN = """
            # patterns
            SELECT * { ?a ?b ?c } ORDER BY ?a ?b ?c
            SELECT * { ?a ?a ?c } ORDER BY ?a ?c
            SELECT * { ?a ?b ?a } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b . ?b :p1 ?c } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b . ?a :p0 ?c . FILTER(?b != ?c) } ORDER BY ?a ?b ?c
            SELECT * { :none ?b ?c } ORDER BY ?b ?c
            SELECT * { ?a ?b "nowhere" } ORDER BY ?a ?b
            SELECT * { :s0 ?b ?c . ?d ?b ?c } ORDER BY ?b ?c ?d
            SELECT * { ?a ?b 1 } ORDER BY ?a ?b
            SELECT * { ?a ?b "a"@SV } ORDER BY ?a ?b
            # paths
            SELECT * { ?a :p0|:p1 ?b } ORDER BY ?a ?b
            SELECT * { ?a :p0|^:p1 ?b } ORDER BY ?a ?b
            SELECT * { ?a :p0/:p1 ?b } ORDER BY ?a ?b
            SELECT * { ?a ^:p0/:p0 ?b } ORDER BY ?a ?b
            SELECT * { ?a :p0+ ?b } ORDER BY ?a ?b
            SELECT * { ?a :p0* ?b } ORDER BY ?a ?b
            SELECT * { ?a (:p0|:p1)? ?b } ORDER BY ?a ?b
            SELECT * { ?a !(:p0|^:p1) ?b } ORDER BY ?a ?b
            SELECT * { VALUES ?a { :s0 :s1 } ?a :p0+ ?b } ORDER BY ?a ?b
            # OPTIONAL and the scope of its filter
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c FILTER(?a != ?c) } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b OPTIONAL { { ?b :p1 ?c FILTER(?a != ?c) } } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c OPTIONAL { ?c :p2 ?d } } } ORDER BY ?a ?b ?c ?d
            SELECT * { ?a :p0 ?b OPTIONAL { ?a :p1 ?c } OPTIONAL { ?a :p2 ?c } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b OPTIONAL { ?a :p1 ?c } ?a :p2 ?c } ORDER BY ?a ?b ?c
            SELECT * { OPTIONAL { ?a :p9 ?b } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b OPTIONAL { { ?b :p1 ?c } UNION { ?b :p2 ?c } } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b OPTIONAL { SELECT ?b (COUNT(*) AS ?n) { ?b ?p ?o } GROUP BY ?b } } ORDER BY ?a ?b ?n
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } FILTER(!BOUND(?c)) } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c FILTER(?nowhere = 1) } } ORDER BY ?a ?b ?c
            # UNION, MINUS, EXISTS
            SELECT * { { ?a :p0 ?b } UNION { ?b :p1 ?c } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b { ?b :p1 ?c } UNION { ?b :p2 ?d } } ORDER BY ?a ?b ?c ?d
            SELECT * { ?a :p0 ?b MINUS { ?a :p1 ?c } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b MINUS { ?x :p1 ?y } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b MINUS { ?a :p1 ?c OPTIONAL { ?a :p2 ?b } } } ORDER BY ?a ?b
            SELECT * { { ?a :p0 ?b OPTIONAL { ?a :p3 ?c } } MINUS { ?d :p1 ?c } } ORDER BY ?a ?b ?c
            SELECT * { ?a :p0 ?b FILTER EXISTS { ?b ?p ?a } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b FILTER NOT EXISTS { ?a :p1 ?c FILTER(?c = ?b) } } ORDER BY ?a ?b
            SELECT ?a (COUNT(*) AS ?n) { ?a :p0 ?b FILTER EXISTS { ?b ?p ?x } } GROUP BY ?a ORDER BY ?a ?n
            SELECT ?a { ?a :p0 ?b BIND(EXISTS { ?b :p1 ?c } AS ?e) FILTER(?e) } ORDER BY ?a
            # values, numbers, languages
            SELECT * { ?a ?p ?b . ?c ?p ?d FILTER(?b = ?d && ?a != ?c) } ORDER BY ?a ?b ?c ?d ?p
            SELECT * { ?a ?p ?b FILTER(?b = 1) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b != 1) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(sameTerm(?b, 1)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b < 5) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b > ?a || ?b < "b") } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?b) = "sv") } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?b) != "sv") } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?b) = "SV") } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?b) = "") } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?b) = "sv"@en) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER("sv" = LANG(?b)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(LANG(?nowhere) = "sv" || ISIRI(?b)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b BIND(LANG(?b) = "sv" AS ?c) } ORDER BY ?a ?b ?c ?p
            SELECT * { ?a ?p ?b BIND(STRLANG(STR(?b), "fi") AS ?c) FILTER(LANG(?c) = "fi") } ORDER BY ?a ?b ?c ?p
            SELECT * { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } FILTER(!(LANG(?c) != "sv") || ISIRI(?b)) } ORDER BY ?a ?b ?c
            SELECT * { ?a ?p ?b . ?c ?q ?d FILTER(STR(?b) <= STR(?d) && STR(?a) > STR(?c)) } ORDER BY ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b . ?c ?q ?d FILTER(?b <= ?d) } ORDER BY ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b . ?c ?p ?d BIND(?b > ?d AS ?e) } ORDER BY ?a ?b ?c ?d ?e ?p
            SELECT * { ?a ?p ?b . ?c ?q ?d BIND(CONCAT(STR(?p), STR(?q)) AS ?e) } ORDER BY ?a ?b ?c ?d ?e ?p ?q
            SELECT * { ?a ?p ?b . ?c ?q ?d BIND(CONCAT(STR(?a), STR(?b), STR(?c), STR(?d)) AS ?e) } ORDER BY ?e ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b OPTIONAL { ?b ?q ?c } BIND(IF(BOUND(?c), ?c, ?b + 1) AS ?d) } ORDER BY ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b OPTIONAL { ?b ?q ?c } BIND(CONCAT(STR(?b), ?nowhere, STR(?c)) AS ?d) } ORDER BY ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b . ?c ?q ?d BIND(?b + ?d AS ?e) } ORDER BY ?a ?b ?c ?d ?e ?p ?q
            SELECT * { ?a ?p ?b FILTER(LANGMATCHES(LANG(?b), "sv")) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(!(LANG(?b) = "sv")) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(STR(?a) < STR(?b)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b IN (1, :s1, "a")) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(?b = ?nowhere || ISIRI(?b)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b FILTER(IF(ISLITERAL(?b), ?b = 1, ?b = ?a)) } ORDER BY ?a ?b ?p
            SELECT * { ?a ?p ?b BIND(?b + 1 AS ?c) } ORDER BY ?a ?b ?c ?p
            SELECT * { ?a ?p ?b BIND(COALESCE(?b + 1, STR(?b)) AS ?c) } ORDER BY ?a ?b ?c ?p
            SELECT * { ?a ?p ?b BIND(CONCAT(STR(?a), STR(?b)) AS ?c) ?x ?y ?b } ORDER BY ?a ?b ?c ?p ?x ?y
            SELECT * { ?a ?p ?b BIND(?b AS ?c) ?c ?q ?d } ORDER BY ?a ?b ?c ?d ?p ?q
            SELECT * { ?a ?p ?b BIND(xsd:integer(STR(?b)) AS ?c) FILTER(FLOOR(?c / 2) * 2 = ?c) } ORDER BY ?a ?b ?c ?p
            SELECT ?a ?b (YEAR(?b) AS ?y) { ?a ?p ?b } ORDER BY ?a ?b ?y
            # VALUES
            SELECT * { VALUES (?a ?b) { (:s0 UNDEF) (UNDEF :s1) (:s2 :s3) } ?a :p0 ?b } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b VALUES (?a ?b) { (:s0 UNDEF) (UNDEF :s1) (:s2 :s3) } } ORDER BY ?a ?b
            SELECT * { VALUES ?a { :s0 :nowhere } OPTIONAL { ?a :p0 ?b } } ORDER BY ?a ?b
            SELECT * { VALUES ?a { 1 01 1.0 } ?x ?p ?a } ORDER BY ?a ?p ?x
            SELECT * { VALUES ?p { :p0 } VALUES ?q { :p1 :p2 } ?a ?p ?b . ?b ?q ?c } ORDER BY ?a ?b ?c ?p ?q
            SELECT * { VALUES ?a {} ?a ?p ?b } ORDER BY ?a ?b ?p
            # GRAPH
            SELECT * { GRAPH ?g { ?a ?p ?b } } ORDER BY ?a ?b ?g ?p
            SELECT * { GRAPH :g0 { ?a ?p ?b } } ORDER BY ?a ?b ?p
            SELECT * { GRAPH :nowhere { ?a ?p ?b } } ORDER BY ?a ?b ?p
            SELECT * { GRAPH :nowhere { } } ORDER BY ?a
            SELECT * { GRAPH ?g { } } ORDER BY ?g
            SELECT * { ?a :p0 ?b GRAPH ?g { ?b ?p ?c } } ORDER BY ?a ?b ?c ?g ?p
            SELECT * { VALUES ?g { :g1 :s0 } GRAPH ?g { ?a ?p ?b OPTIONAL { ?b ?q ?c } } } ORDER BY ?a ?b ?c ?g ?p ?q
            SELECT * { GRAPH ?g { ?a ?p ?b FILTER(?g = :g0) } } ORDER BY ?a ?b ?g ?p
            SELECT * { GRAPH ?g { ?a ?p ?b { SELECT ?b (COUNT(*) AS ?n) { ?x ?y ?b } GROUP BY ?b } } } ORDER BY ?a ?b ?g ?n ?p
            SELECT * { GRAPH ?g { ?a :p0+ ?b } } ORDER BY ?a ?b ?g
            SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?a ?p ?b } } GROUP BY ?g ORDER BY ?g
            SELECT * FROM :g0 { ?a ?p ?b } ORDER BY ?a ?b ?p
            SELECT * FROM NAMED :g0 { GRAPH ?g { ?a ?p ?b } } ORDER BY ?a ?b ?g ?p
            SELECT * FROM :g0 FROM :g1 { ?a ?p ?b OPTIONAL { ?b ?q ?c } } ORDER BY ?a ?b ?c ?p ?q
            # sub-selects
            SELECT * { ?a :p0 ?b { SELECT ?b { ?b ?p ?c } } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?b { SELECT DISTINCT ?b { ?b ?p ?c } } } ORDER BY ?a ?b
            SELECT * { ?a :p0 ?c { SELECT ?a { ?a :p1 ?c } } } ORDER BY ?a ?c
            SELECT * { { SELECT ?a ?b { ?a ?p ?b } ORDER BY ?a ?b ?p LIMIT 5 } ?a ?q ?c } ORDER BY ?a ?b ?c ?q
            SELECT * { { SELECT ?a ?b { ?a ?p ?b } ORDER BY ?a ?b ?p OFFSET 3 LIMIT 7 } } ORDER BY ?a ?b
            SELECT * { { SELECT ?a { ?a :p0 ?b } GROUP BY ?a } { SELECT ?c { ?c :p0 ?d } GROUP BY ?c } } ORDER BY ?a ?c
            SELECT * { { SELECT ?a ?b { ?a :p0 ?b } GROUP BY ?a ?b } { SELECT ?a ?c { ?a :p0 ?c } GROUP BY ?a ?c } FILTER(STR(?b) < STR(?c)) } ORDER BY ?a ?b ?c
            SELECT * { { SELECT ?a ?b { ?b :p0 ?a } GROUP BY ?a ?b } { SELECT ?a ?c { ?a :p0 ?c } GROUP BY ?a ?c } } ORDER BY ?a ?b ?c
            # aggregates
            SELECT (COUNT(*) AS ?n) { ?a ?p ?b }
            SELECT (COUNT(*) AS ?n) { ?a :nowhere ?b }
            SELECT (COUNT(?b) AS ?n) (SUM(?b) AS ?s) (MIN(?b) AS ?i) (MAX(?b) AS ?x) (AVG(?b) AS ?v) { ?a :nowhere ?b }
            SELECT ?a (COUNT(*) AS ?n) { ?a :nowhere ?b } GROUP BY ?a
            SELECT ?a (COUNT(?c) AS ?n) { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } GROUP BY ?a ORDER BY ?a
            SELECT ?c (COUNT(*) AS ?n) { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } GROUP BY ?c ORDER BY ?c
            SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { ?a ?p ?b } GROUP BY ?a ORDER BY ?a
            SELECT ?a (COUNT(DISTINCT *) AS ?n) { ?a ?p ?b } GROUP BY ?a ORDER BY ?a
            SELECT ?p (SUM(?b) AS ?s) (AVG(?b) AS ?v) { ?a ?p ?b FILTER(ISNUMERIC(?b)) } GROUP BY ?p ORDER BY ?p
            SELECT ?p (SUM(?b) AS ?s) { ?a ?p ?b } GROUP BY ?p ORDER BY ?p
            SELECT ?p (SUM(DISTINCT ?b) AS ?s) { ?a ?p ?b FILTER(ISNUMERIC(?b)) } GROUP BY ?p ORDER BY ?p
            SELECT ?p (MIN(STR(?b)) AS ?i) (MAX(STR(?b)) AS ?x) { ?a ?p ?b } GROUP BY ?p ORDER BY ?p
            SELECT ?p (MAX(IF(?a = :s0, 1, 0)) AS ?x) { ?a ?p ?b } GROUP BY ?p ORDER BY ?p
            SELECT ?k (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY (ISIRI(?b) AS ?k) ORDER BY ?k ?n
            SELECT ?y (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY (YEAR(?b) AS ?y) ORDER BY ?y
            SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING (COUNT(*) > 2) ORDER BY DESC(?n) ?a
            SELECT ?a (COUNT(*) * 2 AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING (COUNT(DISTINCT ?p) > 1) ORDER BY DESC(COUNT(*)) ?a
            SELECT ?n (COUNT(*) AS ?m) { SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY ?a } GROUP BY ?n ORDER BY ?n
            SELECT (GROUP_CONCAT(?t; SEPARATOR=",") AS ?l) { SELECT ?t { ?a ?p ?b BIND(STR(?b) AS ?t) } ORDER BY ?t }
            SELECT ?a ?b { ?a ?p ?b } GROUP BY ?a ?b ORDER BY ?a ?b
            SELECT ?a (COUNT(?nowhere) AS ?n) (MAX(?nowhere) AS ?x) { ?a ?p ?b } GROUP BY ?a ORDER BY ?a
            # order and slices
            SELECT ?b { ?a ?p ?b } ORDER BY ?b
            SELECT ?a ?b { ?a ?p ?b } ORDER BY DESC(?b) ?a
            SELECT ?a ?b ?p { ?a ?p ?b } ORDER BY STR(?b) ?a ?p ?b
            SELECT ?a ?b ?p { ?a ?p ?b } ORDER BY DESC(STR(?b)) DESC(?a) ?p ?b
            SELECT ?a ?b ?p { ?a ?p ?b } ORDER BY LANG(?b) YEAR(?b) LCASE(STR(?b)) ?a ?p ?b
            SELECT ?a ?b ?p { ?a ?p ?b } ORDER BY DESC(YEAR(?b)) (?b * 1.0) ?b ?a ?p
            SELECT ?a ?b ?c { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } ORDER BY STR(?c) LANG(?c) ?a ?b ?c
            SELECT ?a ?b ?c { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } ORDER BY IF(BOUND(?c), ?c, ?b) DESC(COALESCE(?c, 1)) ?a ?b ?c
            SELECT ?a ?b { ?a ?p ?b } ORDER BY ("same") ?nowhere ?a ?b
            SELECT ?p (MIN(?b) AS ?i) (MAX(?b) AS ?x) (MIN(LANG(?b)) AS ?l) { ?a ?p ?b } GROUP BY ?p ORDER BY ?p
            SELECT ?a ?b ?c { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } ORDER BY DESC(?c) ?a ?b
            SELECT ?a ?b ?c { ?a :p0 ?b OPTIONAL { ?b :p1 ?c } } ORDER BY (!BOUND(?c)) ?c ?a ?b
            SELECT ?a ?b { ?a ?p ?b } ORDER BY (?b + 1) ?a ?b
            SELECT DISTINCT ?b { ?a ?p ?b } ORDER BY ?b
            SELECT DISTINCT ?a ?p { ?a ?p ?b } ORDER BY ?p ?a
            SELECT DISTINCT ?a { ?a ?p ?b } ORDER BY ?a LIMIT 3
            SELECT ?a ?p ?b { ?a ?p ?b } ORDER BY ?a ?p ?b LIMIT 4 OFFSET 2
            SELECT ?a ?p ?b { ?a ?p ?b } ORDER BY ?a ?p ?b LIMIT 0
            SELECT ?a ?p ?b { ?a ?p ?b } ORDER BY ?a ?p ?b OFFSET 100000
            SELECT (1 AS ?one) { } ORDER BY ?one
            # the first sort key a constant in each alternative
            SELECT ?k ?a ?b { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } UNION { ?b :p2 ?a BIND(1 AS ?k) } } ORDER BY ?k ?a ?b LIMIT 30
            SELECT ?k ?a ?b { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } UNION { ?b :p2 ?a BIND(1 AS ?k) } } ORDER BY DESC(?k) ?a ?b LIMIT 5 OFFSET 8
            SELECT * { { ?a :p0 ?b BIND(1 AS ?k) } UNION { ?a :p1 ?c BIND(1.0 AS ?k) } UNION { ?b :p2 ?a BIND("a"@sv AS ?k) } UNION { ?a ?p ?b BIND(:s1 AS ?k) } } ORDER BY ?k ?a ?b ?c ?p LIMIT 40
            SELECT DISTINCT ?k ?a { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) OPTIONAL { ?a :p3 ?c } } } ORDER BY ?k ?a LIMIT 6
            SELECT DISTINCT ?a { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } UNION { ?b :p2 ?a BIND(3 AS ?k) } } ORDER BY ?k ?a LIMIT 2000
            SELECT ?a { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } } ORDER BY ?k ?a ?b LIMIT 2000
            SELECT DISTINCT ?k ?a { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } } ORDER BY ?k ?a LIMIT 2000 OFFSET 3
            SELECT ?k ?a ?b { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b } } ORDER BY ?k ?a ?b LIMIT 9
            SELECT ?k ?a ?b { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(STRLEN(STR(?b)) AS ?k) } } ORDER BY ?k ?a ?b LIMIT 9
            SELECT ?k ?a ?b { { ?a :p0 ?b BIND(2 AS ?k) FILTER(?b != ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) FILTER(?b != ?k) } } ORDER BY ?k ?a ?b LIMIT 12
            SELECT * { { SELECT DISTINCT ?a { { ?a :p0 ?b BIND(2 AS ?k) } UNION { ?a :p1 ?b BIND(1 AS ?k) } } ORDER BY ?a LIMIT 3 } ?a ?p ?c } ORDER BY ?a ?c ?p
            SELECT ?nowhere { ?a ?p ?b } ORDER BY ?nowhere
            """.replaceAll("(?m)^(\\s*)SELECT", "$1" + PREFIX + "SELECT");

    private static final List<String> EXPRESSIONS = List.of(
            "?a = ?b",
            "?a != ?b",
            "?b = 1",
            "?b < 3",
            "STR(?a) < STR(?b)",
            "BOUND(?c)",
            "!BOUND(?c)",
            "LANG(?b) = \"sv\"",
            "ISIRI(?b) && ?a != ?c",
            "?b > 1 || ?c = :s1",
            "COALESCE(?c, ?b) = ?b",
            "IF(BOUND(?d), ?d, ?a) != :s1",
            "?a IN (:s0, :s1, ?c)",
            "!(?b = ?c)",
            "ISLITERAL(?c) || ?d = ?a",
            "?b + 1 > 2",
            "STRLEN(STR(?b)) > 1");

    private static final List<String> PATHS =
            List.of(":p0", ":p1", ":p2", "?p", ":p0|:p1", "^:p0", ":p0/:p1", ":p1+", "^:p0|:p2", ":p0?");

    private final Random random;
    private int fresh;

    Queries(Random random) {
        this.random = random;
    }

    /** A group pattern. */
    String pattern() {
        fresh = 0;
        return group(2);
    }

    private String group(int depth) {
        StringJoiner group = new StringJoiner(" ", "{ ", " }");
        group.add(triple());
        for (int i = random.nextInt(3); i >= 0; i--) {
            group.add(depth == 0 ? triple() : element(depth - 1));
        }
        return group.toString();
    }

    private String element(int depth) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> triple();
            case 2, 3, 4 -> "OPTIONAL " + group(depth);
            case 5 -> group(depth) + " UNION " + group(depth);
            case 6 -> "MINUS " + group(depth);
            case 7, 8 -> "FILTER(" + any(EXPRESSIONS) + ")";
            case 9 -> "BIND(" + any(EXPRESSIONS) + " AS ?x" + fresh++ + ")";
            case 10 -> "VALUES (?" + variable() + " ?e) { (:s" + random.nextInt(8) + " 1) (UNDEF :s1) }";
            case 11 -> "GRAPH " + (random.nextBoolean() ? "?g " : ":g0 ") + group(depth);
            case 12 -> "FILTER " + (random.nextBoolean() ? "NOT " : "") + "EXISTS " + group(depth);
            default -> select(depth);
        };
    }

    private String select(int depth) {
        String inner = group(depth);
        String key = variable();
        return switch (random.nextInt(4)) {
            case 0 -> "{ SELECT ?" + key + " WHERE " + inner + " }";
            case 1 -> "{ SELECT DISTINCT ?a ?" + key + " WHERE " + inner + " }";
            case 2 ->
                "{ SELECT ?" + key + " (COUNT(?b) AS ?x" + fresh++ + ") WHERE " + inner + " GROUP BY ?" + key + " }";
            default ->
                "{ SELECT ?a (MAX(STR(?" + key + ")) AS ?x" + fresh++ + ") (COUNT(DISTINCT ?c) AS ?x" + fresh++
                        + ") WHERE " + inner + " GROUP BY ?a }";
        };
    }

    private String triple() {
        return subject() + " " + any(PATHS) + " " + (random.nextInt(6) == 0 ? "1" : subject()) + " .";
    }

    private String subject() {
        return random.nextInt(5) == 0 ? ":s" + random.nextInt(8) : "?" + variable();
    }

    private String variable() {
        return any(List.of("a", "b", "c", "d"));
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
