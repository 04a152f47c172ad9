package uk.homeward.server.planning;

import java.time.Instant;

/**
 * Somebody who could leave a place soon. No name: who may see one looks it up.
 *
 * @param pool of which they take a place
 * @param ready true where they are done and wait for something else
 * @param waitsFor what they wait for; empty where nobody has decided yet, or where they are not done
 * @param chance that their step is done within a day; 1 where they are ready
 */
record Mover(
        String journey,
        String pool,
        String step,
        String locality,
        Instant since,
        boolean ready,
        String waitsFor,
        double chance) {}
