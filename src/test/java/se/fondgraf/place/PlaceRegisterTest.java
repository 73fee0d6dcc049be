package se.fondgraf.place;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRegisterTest {
    private final PlaceRegister places = PlaceRegister.bundled();

    @Test
    void everyMunicipalityIsKnownInEveryForm() {
        assertEquals(290, places.municipalities().size());
        for (Municipality place : places.municipalities()) {
            String name = place.name();
            String genitive = name.endsWith("s") ? name : name + "s";
            assertAll(
                    name,
                    () -> assertEquals(Optional.of(place), places.municipality(name)),
                    () -> assertEquals(Optional.of(place), places.municipality(name.toUpperCase(Locale.ROOT))),
                    () -> assertEquals(Optional.of(place), places.municipality(name + " kommun")),
                    () -> assertEquals(Optional.of(place), places.municipality(genitive + " kommun")),
                    () -> assertEquals(Optional.of(place), places.municipality(place.code())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Falu kommun, 2080",
        "Upplands Bro, 0139",
        "STOCKHOLMS KOMMUN, 0180",
        "Habo, 0643",
        "Håbo, 0305",
        "Nyköping 0480, 0480",
        "Granby, ''",
        "'', ''",
        "Nyköping 0180, ''"
    })
    void namesOnPages(String written, String code) {
        assertEquals(code, places.municipality(written).map(Municipality::code).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "Småland & Öarna, SE21",
        "ESF Nationellt, SE0",
        "SE11, SE11",
        "se12 Östra Mellansverige, SE12",
        "SE99, ''",
        "Norden, ''"
    })
    void regions(String written, String code) {
        assertEquals(code, places.region(written).map(Region::code).orElse(""));
    }
}
