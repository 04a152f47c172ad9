package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;

/**
 * What the events of one kind of subject come to, in tables of its own. A package that brings a kind of subject brings its
 * projection as a component, and names it in {@link uk.homeward.server.Projections} for commands that run without a server.
 */
public interface Projecting {

    /** The kind whose events it reads. */
    Subject.Kind kind();

    /** The tables that it fills, and nobody else does. */
    List<String> tables();

    /**
     * Writes what one more event changes, by the same connection; the events of a subject come in their order. Must depend on
     * nothing but the event and its own tables: so a rebuild equals what stands.
     */
    void write(Recorded<Event> event);
}
