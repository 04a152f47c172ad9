package uk.homeward.server.exchange.resources;

/**
 * Who sends resources.
 *
 * @param organisation for whom
 * @param sender the user or system
 * @param channel how, such as {@code fhir}; findings are counted for each channel of each organisation
 */
public record Source(String organisation, String sender, String channel) {

    /** The feed to which findings are counted. */
    public String feed() {
        return channel + ":" + organisation;
    }
}
