package uk.homeward.server.exchange.inbox;

import uk.homeward.server.exchange.hl7.Refusal;

/** A message that was understood and cannot be applied; it waits to be mended. */
final class CannotApply extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    CannotApply(Refusal refusal) {
        super(refusal.words());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
