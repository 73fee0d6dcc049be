package se.fondgraf.page;

import java.util.List;
import java.util.Optional;

/**
 * The structure of a page before any value is read: which line is what. Line indexes count from 0.
 *
 * @param title the line of the title, absent when only a label names the project
 * @param sections of the body
 * @param uses what is known of each line so far: furniture, blank, label, heading; null-free, {@link LineUse#BLANK} for
 *     blank lines, unmapped for lines that values or texts will claim
 * @param strays lines around the labels that stand for nothing known
 */
record Outline(
        Layout layout,
        Optional<Piece> title,
        Header header,
        List<Section> sections,
        List<LineUse> uses,
        List<Integer> strays) {
    Outline {
        sections = List.copyOf(sections);
        uses = List.copyOf(uses);
        strays = List.copyOf(strays);
    }
}
