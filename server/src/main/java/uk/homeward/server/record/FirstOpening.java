package uk.homeward.server.record;

/** Is told that a person's record is about to be opened; the demo makes them up when somebody is opened for the first time. */
public interface FirstOpening {

    /** Runs before it is known whether the record opens. */
    void about(String person);
}
