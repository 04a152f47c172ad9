package uk.homeward.server.exchange.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import uk.homeward.server.access.User;

/**
 * What Homeward itself knows, shown as resources of one type beside those that were received: implement it as a component,
 * and the FHIR base reads, searches, includes and names it in its CapabilityStatement. Several components may give the same
 * type as long as their ids differ; ids must be those of FHIR (letters, digits, {@code -} and {@code .}, at most 64).
 *
 * <p>Implementations decide what the user may see, and keep the look ({@link uk.homeward.server.access.RecordDoor}).
 */
public interface OwnResources {

    /** The type, such as {@code Task}. */
    String type();

    /** The resource with this id, as far as the user may see it. */
    Optional<? extends Resource> find(User user, String id);

    /** The search parameters that {@link #search} understands; a search with any other finds nothing here. */
    Set<String> parameters();

    /**
     * What matches, as far as the user may see it; all of it, so keep to what one person has.
     *
     * @param parameters names without modifiers and their values, none but those of {@link #parameters}; at least one
     */
    List<? extends Resource> search(User user, Map<String, List<String>> parameters);
}
