package se.fondgraf.page;

import java.util.List;

/**
 * The block of labels of a page.
 *
 * @param glued whether labels are glued to their values (layout A)
 * @param colons whether labels end in a colon (layouts C to F)
 * @param first index of its first line, from 0
 * @param end index after its last line
 * @param surplus lines inside it that belong to no label
 * @param complete whether it ended as blocks do, rather than with the input
 */
record Header(
        boolean glued,
        boolean colons,
        int first,
        int end,
        List<Field> fields,
        List<Integer> surplus,
        boolean complete) {
    Header {
        fields = List.copyOf(fields);
        surplus = List.copyOf(surplus);
    }
}
