package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people decided of a name of a project, over what the rules say. */
final class DecidedNames {
    private final Decisions decisions;
    private final Function<String, Optional<Identity>> registered;

    /** @param registered the body of the register with that slug */
    DecidedNames(Decisions decisions, Function<String, Optional<Identity>> registered) {
        this.decisions = decisions;
        this.registered = registered;
    }

    Verdict over(Verdict byRules, ProjectMentions project, String name) {
        Optional<Decision> meaning = decisions.meaning(project.project(), name);
        if (meaning.isPresent()) {
            return Verdict.of(
                    meant(meaning.get().object(), byRules.body(), project),
                    NameRule.DECIDED,
                    meaning.get().evidence());
        }
        List<Decision> apart = decisions.apart(project.project(), name);
        String slug = decisions.root(byRules.body().slug());
        Optional<Decision> against = apart.stream()
                .filter(row -> decisions.root(row.object()).equals(slug))
                .findFirst();
        if (against.isEmpty() && (byRules.open() || byRules.body().own())) {
            against = apart.stream().findFirst();
        }
        return against.map(row -> apart(byRules, project, row)).orElse(byRules);
    }

    private Identity meant(String slug, Identity byRules, ProjectMentions project) {
        return registered
                .apply(slug)
                .orElseGet(() -> byRules.slug().equals(slug)
                        ? byRules
                        : Identity.plain(slug, byRules.kind(), isOwn(slug, project)));
    }

    /** The project's own body, because the name does not mean the one that the rules found. */
    static Verdict apart(Verdict byRules, ProjectMentions project, Decision row) {
        Identity body = byRules.body();
        Identity own = body.own() ? body : Identity.plain(body.slug() + "-of-" + project.project(), body.kind(), true);
        return Verdict.of(own, NameRule.DECIDED, row.evidence());
    }

    /** Whether the slug is that of a body known inside this project only. */
    static boolean isOwn(String slug, ProjectMentions project) {
        return slug.endsWith("-of-" + project.project());
    }
}
