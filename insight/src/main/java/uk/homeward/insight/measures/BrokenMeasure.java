package uk.homeward.insight.measures;

import uk.homeward.journey.source.Fault;

/** A measure whose SQL cannot be run, or gives what is no figure. */
public final class BrokenMeasure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    BrokenMeasure(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
