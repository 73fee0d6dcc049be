package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String HEADER =
            "project,title,start,municipalities,region,domain,number,role,name,office,parent,note\n";

    @TempDir
    Path folder;

    private Ran evaluate(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("names.csv"), text);
        return Ran.with("evaluate", file.toString());
    }

    @Test
    void figuresAndWrongPairsAreInformation() throws Exception {
        Ran ran = evaluate(HEADER
                + "p1,Ett,2010-01-01,Sala,Östra Mellansverige,,,owner,Alfa AB,alfa,alfa,\n"
                + "p2,Två,2011-01-01,Sala,Östra Mellansverige,,,owner,ALFA,alfa,alfa,\n"
                + "p3,Tre,2012-01-01,Sala,Östra Mellansverige,,,owner,Beta,alfa,alfa,\n"
                + "p4,Fyra,2012-01-01,Sala,Östra Mellansverige,,,owner,Alfa,other,other,\n");
        assertEquals(0, ran.code(), ran.err());
        // Judged one: three times Alfa, three pairs; labelled one: the first three, three pairs; both: one pair.
        assertTrue(ran.out().replace("\r", "").startsWith("""
                4 mentions
                level   precision  recall  F1     judged  labelled  both
                office      0.333   0.333  0.333       3         3     1
                parent      0.333   0.333  0.333       3         3     1

                office: judged one, labelled two
                  p1: Alfa AB [alfa] -> alfa (same-name)
                  p4: Alfa [other] -> alfa (same-name)

                office: judged two, labelled one
                  p1: Alfa AB [alfa] -> alfa (same-name)
                  p3: Beta [alfa] -> beta (same-name)
                """), ran.out());
    }

    @Test
    void anUnusableFileIsToldWithItsLine() throws Exception {
        Ran header = evaluate("name,label\nAlfa,a\n");
        assertEquals(1, header.code());
        assertTrue(header.err().contains("names.csv:1: the header line must be project,"), header.err());
        Ran role = evaluate(HEADER + "p1,Ett,2010-01-01,,,,,boss,Alfa,a,a,\n");
        assertEquals(1, role.code());
        assertTrue(role.err().contains("names.csv:2: role must be owner"), role.err());
        Ran empty = evaluate(HEADER);
        assertEquals(1, empty.code());
        assertTrue(empty.err().contains("holds no labelled name"), empty.err());
        Ran missing = Ran.with("evaluate", "nowhere.csv");
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("there is no nowhere.csv"), missing.err());
    }
}
