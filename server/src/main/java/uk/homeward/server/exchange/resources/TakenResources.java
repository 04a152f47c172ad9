package uk.homeward.server.exchange.resources;

import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.access.User;

/**
 * Resources that are commands to Homeward when somebody creates them: they are not kept as received, but done, and what became
 * of it is answered. Implement it as a component.
 */
public interface TakenResources {

    /** The type, such as {@code QuestionnaireResponse}. */
    String type();

    /** True if this one is a command; any other is kept as received. */
    boolean takes(JsonNode resource);

    /** True if what stands under this id came of such a command, so that a change of it is one, too. */
    boolean holds(String id);

    /** Does it, and answers how it stands now. Throws {@link Unusable} with every fault where it cannot be done. */
    Resource take(User user, JsonNode resource);

    /**
     * Does what a changed resource says. Throws {@link Unusable} (412) where another version stands.
     *
     * @param ifMatch the version on which the caller stands; 0 where they do not say
     */
    Resource change(User user, String id, JsonNode resource, int ifMatch);
}
