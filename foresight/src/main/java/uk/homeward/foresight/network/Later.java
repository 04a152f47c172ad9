package uk.homeward.foresight.network;

/**
 * The same network with other numbers, from a moment on.
 *
 * @param atHours after the start of the run
 */
public record Later(double atHours, Network network) {

    public Later {
        if (!(atHours > 0)) {
            throw new IllegalArgumentException(
                    "what holds later begins at hour (" + atHours + "). Maybe: date it after the start");
        }
    }
}
