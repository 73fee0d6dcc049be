package se.fondgraf.convert;

/** Told how a long run goes. Called on one thread. */
public interface Progress {
    /** What is counted. */
    enum Unit {
        /** Bytes of the inputs. */
        BYTES,
        /** Projects, pages or the like. */
        THINGS
    }

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total, Unit unit) {}

        @Override
        public void step(long done) {}

        @Override
        public void end() {}
    };

    /** A task of that many steps begins. */
    void begin(String task, long total, Unit unit);

    /** A task of that many things begins. */
    default void begin(String task, long things) {
        begin(task, things, Unit.THINGS);
    }

    /** One step more is done. */
    default void step() {
        step(1);
    }

    /** So many steps more are done. */
    void step(long done);

    /** The task is done. */
    void end();
}
