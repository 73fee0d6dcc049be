package se.fondgraf.bench;

import java.util.List;
import java.util.Random;
import se.fondgraf.place.Municipality;

/**
 * Makes up the names of bodies by Zipf's law: a few take part everywhere, most once. Offices, departments and bodies of
 * the whole country are among them.
 */
final class InventedBodies {
    private static final int COUNT = 200_000;

    private static final List<String> FORMS = List.of(
            "Arbetsförmedlingen %s",
            "Arbetsförmedlingen, %s",
            "Försäkringskassan %s",
            "%s kommun",
            "%s kommun, Socialförvaltningen",
            "%s kommun, Arbetsmarknadsenheten",
            "Omsorgsförvaltningen",
            "Samordningsförbundet %s",
            "Studieförbundet Vuxenskolan %s",
            "ABF %s",
            "Coompanion %s",
            "%s folkhögskola",
            "Röda Korset, %s",
            "%s Utveckling AB",
            "Föreningen Hopp i %s");

    private static final int OFTEN = 3_000;

    private final Random random;
    private final List<Municipality> municipalities;

    InventedBodies(Random random, List<Municipality> municipalities) {
        this.random = random;
        this.municipalities = municipalities;
    }

    String name() {
        int rank = (int) Math.pow(COUNT, random.nextDouble());
        Municipality place = municipalities.get(rank * 7 % municipalities.size());
        String name = FORMS.get(rank % FORMS.size()).replace("%s", place.name());
        return rank < OFTEN ? name : name + " " + rank;
    }
}
