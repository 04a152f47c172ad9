package uk.homeward.server.planning;

import java.time.Instant;

/**
 * A line of the list of scenarios.
 *
 * @param own true for one that the reader made
 */
public record ScenarioLine(
        String id, String title, String ownerName, boolean own, boolean shared, Instant madeAt, boolean played) {}
