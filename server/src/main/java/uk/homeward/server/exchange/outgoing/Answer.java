package uk.homeward.server.exchange.outgoing;

/** What became of one sending. */
sealed interface Answer {

    String words();

    /** The receiver has it. */
    record Taken(String words) implements Answer {}

    /** The receiver will not have it, however often it comes. */
    record Refused(String words) implements Answer {}

    /** It may go well later. */
    record Later(String words) implements Answer {}
}
