package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class OperatorTest {
    private static final Operator STANDARD = Operator.standard();

    /** Each record with one part of it another, for every part that it and its parts have. */
    private static <T> List<T> variants(T record, BiFunction<Class<?>, Object, List<Object>> others) throws Exception {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].getAccessor().invoke(record);
        }
        List<T> variants = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            List<Object> changed = others.apply(types[i], values[i]);
            assertFalse(changed.isEmpty(), parts[i].getName());
            for (Object other : changed) {
                Object[] with = values.clone();
                with[i] = other;
                @SuppressWarnings("unchecked")
                T variant = (T) record.getClass().getDeclaredConstructor(types).newInstance(with);
                variants.add(variant);
            }
        }
        return variants;
    }

    private static List<Object> others(Class<?> type, Object value) {
        if (type == String.class) {
            return List.of(value + "!");
        } else if (type == List.class) {
            return List.of(List.of("https://example.org/"), List.of());
        } else if (type == SortedMap.class) {
            return List.of(new TreeMap<>());
        } else if (type == Texts.class) {
            return List.of(Texts.of("något", "something"));
        } else if (type == Optional.class) {
            // Days and addresses; what a record holds of another kind is never looked at here.
            return List.of(((Optional<?>) value).isPresent() ? Optional.empty() : Optional.of(LocalDate.EPOCH));
        }
        try {
            return List.copyOf(variants(value, OperatorTest::others));
        } catch (Exception e) {
            throw new IllegalStateException("a part of a new kind: " + type, e);
        }
    }

    /** The dataset's version is made of the facts, so none may be forgotten. */
    @Test
    void everyPartIsAmongTheFacts() throws Exception {
        List<Operator> variants = variants(STANDARD, OperatorTest::others);
        for (Operator variant : variants) {
            assertNotEquals(
                    Description.digest(STANDARD, List.of()),
                    Description.digest(variant, List.of()),
                    variant.toString());
        }
        assertEquals(
                variants.size(),
                variants.stream()
                        .map(variant -> Description.digest(variant, List.of()))
                        .distinct()
                        .count());
    }
}
