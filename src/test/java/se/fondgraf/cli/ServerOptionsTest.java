package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator can say wrongly about a server, before anything is converted. */
class ServerOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "--rate=-1, must be 0 or more",
        "--metrics-port=70000, must be from 0 to 65535",
        "--spool=/nowhere/at/all, must be a folder",
        "--trusted-proxy=proxy.example.org, must be an IP address",
        "--public-address=data.example.org, must be an address",
        "--public-address=https://x/?y, must be an address",
    })
    void saysWhatIsWrong(String option, String sentence) {
        Ran ran = Ran.with("serve", "--port", "0", option);
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
    }
}
