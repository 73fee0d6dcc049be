package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import se.fondgraf.page.LineUse.Kind;

/** Makes up what follows the labels: texts with lines that look like something else, lists, furniture at the foot. */
final class BodyGenerator {
    private record Text(String heading, Property property) {}

    private static final List<Text> TEXTS = List.of(
            new Text("Sammanfattning", Property.SUMMARY),
            new Text("Bakgrund", Property.BACKGROUND),
            new Text("Syfte", Property.PURPOSE),
            new Text("Målsättning", Property.OBJECTIVES),
            new Text("Tillgänglighet för personer med funktionsnedsättning", Property.ACCESSIBILITY),
            new Text("Jämställdhetsintegrering", Property.GENDER_EQUALITY),
            new Text("Transnationellt samarbete", Property.TRANSNATIONAL));
    private static final List<Text> LISTS = List.of(
            new Text("Medfinansiärer", Property.CO_FINANCIER),
            new Text("Samarbetspartners", Property.PARTNER),
            new Text("Kommun", Property.MUNICIPALITY));
    private static final List<String> TRAPS = List.of(
            "• En punkt längst till vänster",
            "- En annan punkt",
            "Syfte/Avsikt",
            "Bakgrund/nuläge",
            "Tillgänglighet",
            "Projektägare: Granby kommun stod som ägare.",
            "Mål och medel:");

    private final Layout layout;
    private final Samples choice;
    private final Contacts contacts;
    private final RandomPage.Draft draft;
    private final boolean lists;

    BodyGenerator(Layout layout, Samples choice, Contacts contacts, RandomPage.Draft draft) {
        this.layout = layout;
        this.choice = choice;
        this.contacts = contacts;
        this.draft = draft;
        this.lists = layout == Layout.A && choice.chance(80);
    }

    void write() {
        boolean headings = layout == Layout.A || layout == Layout.B || choice.chance(20);
        if (!headings) {
            text(Property.DESCRIPTION);
        }
        for (Text text : TEXTS) {
            if (headings && choice.chance(70)) {
                heading(text.heading);
                if (!choice.chance(10)) {
                    text(text.property);
                }
            }
        }
        if (lists) {
            LISTS.forEach(this::list);
        }
        if (choice.chance(30)) {
            draft.add("Lär dig mer", Kind.FURNITURE);
            draft.add("Stäng", Kind.FURNITURE);
        }
    }

    private void heading(String heading) {
        draft.add(heading, Kind.STRUCTURE);
        draft.blank();
    }

    private void text(Property property) {
        int first = draft.lines.size() + 1;
        List<String> published = new ArrayList<>();
        for (int paragraphs = 0; paragraphs == 0 || choice.chance(50); paragraphs++) {
            if (paragraphs > 0) {
                draft.blank();
                published.add("");
            }
            line(choice.sentence(), published);
            while (choice.chance(50)) {
                line(choice.chance(50) ? choice.pick(TRAPS) : choice.sentence(), published);
            }
            if (choice.chance(40)) {
                Contacts.Mention mention = contacts.mention(choice);
                draft.add(mention.written(), Kind.VALUE);
                published.add(mention.published());
            }
            if (lists && choice.chance(10)) {
                draft.blank();
                published.add("");
                line("Kommun", published);
                line("• Inte en kommun", published);
            }
        }
        draft.expected.add(new RandomPage.Expected(
                property, new Value.Prose(String.join("\n", published)), new Lines(first, draft.lines.size())));
        draft.blank();
    }

    private void line(String line, List<String> published) {
        draft.add(line, Kind.VALUE);
        published.add(line);
    }

    private void list(Text list) {
        heading(list.heading);
        String indent = choice.pick(List.of(" ", "  ", "\t", "\u00A0\u00A0"));
        int entries = list.property == Property.MUNICIPALITY ? 1 : 0;
        while (entries > 0 || choice.chance(60)) {
            entries--;
            Samples.Sample sample = choice.of(list.property);
            if (choice.chance(10) && sample.written().contains(" ")) {
                int space = sample.written().indexOf(' ');
                draft.add(indent + "• " + sample.written().substring(0, space), Kind.VALUE);
                draft.add(indent + "  " + sample.written().substring(space + 1), Kind.VALUE);
                draft.expected.add(new RandomPage.Expected(
                        list.property,
                        sample.reads().getFirst().value(),
                        new Lines(draft.lines.size() - 1, draft.lines.size())));
            } else {
                draft.add(indent + "• " + sample.written(), Kind.VALUE);
                draft.states(sample.reads());
            }
        }
        draft.blank();
    }
}
