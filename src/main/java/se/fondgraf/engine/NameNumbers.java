package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the few datatypes and languages of the literals. */
final class NameNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /**
     * The number of a name.
     *
     * @param add whether to number a name that is met for the first time
     * @return less than 0 for a name without number
     */
    int number(String name, boolean add) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (!add) {
            return -1;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }
}
