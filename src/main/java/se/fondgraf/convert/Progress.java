package se.fondgraf.convert;

/** Told how a long run goes. Called on one thread. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void step() {}

        @Override
        public void end() {}
    };

    /** A task of that many steps begins. */
    void begin(String task, long total);

    /** One step is done. */
    void step();

    /** The task is done. */
    void end();
}
