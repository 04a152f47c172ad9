package uk.homeward.server.exchange.hl7.adt;

/** The system that sent a message, as it names itself in MSH-3 and MSH-4; either may be blank. */
public record Sender(String application, String facility) {

    /** Both names as one text, for counts and pages, such as {@code PAS|RRK15}. */
    public String key() {
        return application + "|" + facility;
    }
}
