package se.fondgraf.web.sparql;

import java.io.OutputStream;
import se.fondgraf.web.http.Accept;

/** A way to write answers: the standard formats, or a page for people. */
@FunctionalInterface
interface Writing {
    /** Writes the whole answer; reads from the execution as it goes. */
    void write(Question question, Execution execution, OutputStream out);

    /** In a standard format. */
    static Writing of(Accept.Choice choice) {
        return (question, execution, out) -> new ResultWriter(choice.format(), out).write(question, execution);
    }
}
