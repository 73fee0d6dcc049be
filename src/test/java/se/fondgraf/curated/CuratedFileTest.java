package se.fondgraf.curated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuratedFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b;1,2;3 | f.csv:3: has 1 cells where the header has 2
            a,c;1,2 | f.csv:1: the header line must be a,b
            a,b;1,2,3 | f.csv:2: has 3 cells where the header has 2
            """)
    void complaintsNameFileAndLine(String text, String complaint) {
        CuratedFileException error = assertThrows(
                CuratedFileException.class,
                () -> CuratedFile.read("f.csv", new StringReader(text.replace(';', '\n') + "\n"), "a", "b"));
        assertEquals(complaint, error.getMessage());
    }
}
