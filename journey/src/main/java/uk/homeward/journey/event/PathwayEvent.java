package uk.homeward.journey.event;

/** What is told about a pathway's definition. */
public sealed interface PathwayEvent extends Event {

    /**
     * The place runs this definition from now on. Journeys that were opened before stay on the one that they began with.
     *
     * @param version the version that the definition gives itself
     * @param text the definition, as its file has it
     */
    record PathwayPublished(int version, String text) implements PathwayEvent {}
}
