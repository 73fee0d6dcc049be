package se.fondgraf.rdf;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.resolve.Body;
import se.fondgraf.resolve.NameRule;
import se.fondgraf.resolve.Verdict;

/**
 * States the participations of a project, the links they make, and the decision about every name that was not simply
 * equal.
 */
final class ParticipationMapper {
    /** Rules by which a name that is spelt as its body is simply equal. */
    private static final Set<NameRule> PLAIN =
            EnumSet.of(NameRule.SAME_NAME, NameRule.REGISTER, NameRule.LOCAL_BODY, NameRule.UNIT);

    private final Iris iris;
    private final NavigableMap<String, Body> published;

    ParticipationMapper(Iris iris, NavigableMap<String, Body> published) {
        this.iris = iris;
        this.published = published;
    }

    /** The participations that were stated; mentions of others are claims that are not asserted. */
    Set<Node> map(Project project, List<Mention> mentions, Triples core, Triples matches) {
        Map<Node, Mention> stated = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            asserted(role, mentions).forEach(mention -> stated.putIfAbsent(mention.participation(), mention));
        }
        stated.values().forEach(mention -> map(project, mention, mentions, core, matches));
        return new HashSet<>(stated.keySet());
    }

    /** The mentions in that role of the best capture that has any; of owners the first alone. */
    private static List<Mention> asserted(Role role, List<Mention> mentions) {
        List<Mention> inRole =
                mentions.stream().filter(mention -> mention.role() == role).toList();
        if (inRole.isEmpty()) {
            return List.of();
        }
        ProjectRecord best = inRole.getFirst().capture();
        if (role == Role.OWNER) {
            Statement owner = best.best(Property.OWNER).orElseThrow();
            return inRole.stream()
                    .filter(mention -> mention.capture().equals(best)
                            && mention.statement().equals(owner))
                    .toList();
        }
        return inRole.stream().filter(mention -> mention.capture().equals(best)).toList();
    }

    private void map(Project project, Mention mention, List<Mention> all, Triples core, Triples matches) {
        Node subject = mention.participation();
        Node whole = iris.project(project.slug());
        Node organization = iris.organization(mention.slug());
        core.add(whole, Fg.PARTICIPATION, subject);
        core.add(whole, mention.role().predicate(), organization);
        core.type(subject, Fg.Participation);
        core.add(subject, Fg.PROJECT, whole);
        core.add(subject, Fg.ORGANIZATION, organization);
        core.add(subject, Fg.ROLE, mention.role().concept());
        String status = "exact";
        for (Mention same : all) {
            if (same.participation().equals(subject)) {
                core.add(subject, Fg.NAME_AS_WRITTEN, Triples.plain(same.name()));
                core.add(
                        subject,
                        Vocabulary.DERIVED_FROM,
                        iris.lines(
                                project.slug(),
                                same.capture().page8(),
                                same.statement().lines()));
                status = status.equals("exact") ? status(same) : status;
            }
        }
        core.add(subject, Fg.MATCH_STATUS, status(status));
        if (!status.equals("exact")) {
            decide(project, mention, organization, status, matches);
        }
    }

    private String status(Mention mention) {
        Verdict verdict = mention.verdict();
        if (verdict.open()) {
            return "review";
        } else if (verdict.body().own()) {
            return "separate";
        }
        Body body = published.get(mention.slug());
        boolean same = body != null && body.preferred().equals(mention.name()) && PLAIN.contains(verdict.rule());
        return same ? "exact" : "merged";
    }

    private static Node status(String notation) {
        return NodeFactory.createURI(Fg.CODE + "match-status/" + notation);
    }

    private void decide(Project project, Mention mention, Node organization, String status, Triples matches) {
        Node decision = iris.match(project.slug(), mention.role(), mention.name());
        matches.type(decision, Fg.MatchDecision);
        matches.add(decision, Fg.MENTION, mention.participation());
        matches.add(decision, Fg.CHOSEN, organization);
        mention.verdict().candidates().forEach(slug -> matches.add(decision, Fg.CANDIDATE, iris.organization(slug)));
        matches.add(decision, Fg.RULE, Triples.plain(mention.verdict().rule().key()));
        matches.add(decision, Fg.EVIDENCE, Triples.swedish(mention.verdict().evidence()));
        matches.add(decision, Fg.MATCH_STATUS, status(status));
    }
}
