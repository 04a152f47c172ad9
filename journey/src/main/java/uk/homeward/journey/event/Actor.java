package uk.homeward.journey.event;

/**
 * Who told us: a person in a role for an organisation, or a system.
 *
 * @param user the user's stable id, or the name of a system such as {@code hl7} or {@code autopilot}
 * @param name what people call them
 * @param role the role in which they act
 * @param organisation the organisation they act for
 */
public record Actor(String user, String name, String role, String organisation) {

    /** A part of Homeward, or of the demo, acting by itself. */
    public static Actor system(String name, String organisation) {
        return new Actor("system:" + name, name, "system", organisation);
    }

    public boolean isSystem() {
        return user.startsWith("system:");
    }
}
