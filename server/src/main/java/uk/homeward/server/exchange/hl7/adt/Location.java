package uk.homeward.server.exchange.hl7.adt;

/**
 * A place in a hospital (PL); parts that were not sent are blank.
 *
 * @param ward the point of care, such as a ward or clinic
 * @param room the room or bay
 * @param bed the bed
 * @param facility the hospital as the sender names it
 * @param building the building
 * @param site the site of this place to which the sender's profile maps it; blank if it maps none
 */
public record Location(String ward, String room, String bed, String facility, String building, String site) {

    /** The place in plain words, such as {@code Ward 12, Bay A, Bed 3}. */
    public String words() {
        return String.join(
                ", ",
                java.util.stream.Stream.of(ward, room, bed)
                        .filter(part -> !part.isBlank())
                        .toList());
    }
}
