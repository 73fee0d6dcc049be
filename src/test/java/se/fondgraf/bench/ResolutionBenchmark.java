package se.fondgraf.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import se.fondgraf.page.Property;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Bodies;
import se.fondgraf.resolve.ProjectMentions;
import se.fondgraf.resolve.Resolver;

/**
 * How long judging the names of many projects takes: seven mentions a project, bodies reused as in the world.
 *
 * <p>{@code java -Xmx2g -cp target/test-classes:target/classes:target/lib/* se.fondgraf.bench.ResolutionBenchmark
 * 100000}
 */
public final class ResolutionBenchmark {
    private static final List<String> FORMS = List.of(
            "Arbetsförmedlingen %s",
            "Arbetsförmedlingen, %s",
            "Försäkringskassan %s",
            "%s kommun",
            "%s kommun, Socialförvaltningen",
            "Omsorgsförvaltningen",
            "Samordningsförbundet %s",
            "Studieförbundet Vuxenskolan %s",
            "Coompanion %s",
            "%s Utveckling AB",
            "Föreningen Hopp i %s");

    private final Random random = new Random(1);
    private final PlaceRegister places = PlaceRegister.bundled();

    private ResolutionBenchmark() {}

    /** Prints mentions, bodies and seconds. */
    public static void main(String[] arguments) {
        new ResolutionBenchmark().run(Integer.parseInt(arguments[0]));
    }

    private void run(int count) {
        List<ProjectMentions> projects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            projects.add(project(i));
        }
        long start = System.nanoTime();
        Bodies bodies = new Bodies(Resolver.bundled(places));
        projects.forEach(bodies::gather);
        bodies.settle();
        int found = bodies.all().size();
        System.out.printf(
                Locale.ROOT,
                "%d projects, %d mentions, %d bodies: %.1f s%n",
                count,
                projects.stream()
                        .mapToLong(project -> project.mentions().size())
                        .sum(),
                found,
                (System.nanoTime() - start) / 1e9);
    }

    private ProjectMentions project(int number) {
        List<ProjectMentions.Mention> mentions = new ArrayList<>();
        mentions.add(new ProjectMentions.Mention(Property.OWNER, name()));
        for (int i = 0; i < 6; i++) {
            mentions.add(new ProjectMentions.Mention(i < 2 ? Property.CO_FINANCIER : Property.PARTNER, name()));
        }
        List<String> codes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            codes.add(place().code());
        }
        return new ProjectMentions(
                "project-" + number,
                "Projekt " + number,
                Optional.of(2008 + random.nextInt(16)),
                codes,
                Optional.empty(),
                random.nextInt(3) == 0
                        ? Optional.of("556" + (100 + random.nextInt(900)) + "-" + (1000 + random.nextInt(9000)))
                        : Optional.empty(),
                mentions);
    }

    private Municipality place() {
        return places.municipalities()
                .get(random.nextInt(places.municipalities().size()));
    }

    private String name() {
        int rank = (int) Math.pow(200_000, random.nextDouble());
        Municipality place =
                places.municipalities().get(rank * 7 % places.municipalities().size());
        String name = String.format(FORMS.get(rank % FORMS.size()), place.name());
        return rank < 3000 ? name : name + " " + rank;
    }
}
