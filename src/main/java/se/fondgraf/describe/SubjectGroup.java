package se.fondgraf.describe;

import org.apache.jena.graph.Node;

/** Tells which subjects of a conversion belong together: all that is said of one project, or of one organisation. */
final class SubjectGroup {
    /** How a subject stands to the one before it. */
    enum Step {
        /** Of the same group. */
        SAME,
        /** Of another one. */
        OTHER,
        /** Of none. */
        NONE
    }

    private final String base;
    private String current = "";
    private Node lastSubject = Node.ANY;
    private boolean lastIsOfNone = true;

    SubjectGroup(String base) {
        this.base = base;
    }

    /** Mappers state several facts with the very same node, which is then known without reading it. */
    @SuppressWarnings("ReferenceEquality")
    Step next(Node subject) {
        if (subject == lastSubject) {
            return lastIsOfNone ? Step.NONE : Step.SAME;
        }
        lastSubject = subject;
        String group = subject.isURI() ? group(subject.getURI()) : "";
        lastIsOfNone = group.isEmpty();
        if (lastIsOfNone) {
            return Step.NONE;
        } else if (group.equals(current)) {
            return Step.SAME;
        }
        current = group;
        return Step.OTHER;
    }

    /** {@code project/…} or {@code organization/…}; empty for any other subject. */
    private String group(String iri) {
        if (!iri.startsWith(base)) {
            return "";
        }
        String path = iri.substring(base.length());
        String kind = path.startsWith("id/") ? part(path, 3) : part(path, 0);
        int start = (path.startsWith("id/") ? 3 : 0) + kind.length() + 1;
        return switch (kind) {
            case "organization" -> "organization/" + part(path, start);
            case "project", "participation", "claim", "match", "page" -> "project/" + part(path, start);
            default -> "";
        };
    }

    /** From there to the next slash, number sign or end. */
    private static String part(String path, int start) {
        int end = start;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '#') {
            end++;
        }
        return start < path.length() ? path.substring(start, end) : "";
    }
}
