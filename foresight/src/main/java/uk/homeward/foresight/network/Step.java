package uk.homeward.foresight.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Fixed;

/**
 * What is done with or for a person, for how long, and what it occupies.
 *
 * @param duration hours
 * @param effects multiply the duration
 * @param alternatives what it occupies: the first alternative that is free is taken; none means nothing limited
 * @param next where people go when it ends
 * @param priority lower goes first
 * @param priorityBy a trait whose values, in their order, go first; overrides {@code priority}; null means none
 * @param queueLimit how many may wait; who comes when it is reached goes to {@code overflow}
 * @param waitingRisks what may happen while people wait for this step
 * @param stayRisks what may happen while they are in it
 * @param transfer how long the move takes: the new place is held and the old one kept meanwhile
 * @param holdFor hours after which a hold expires and the person waits again
 * @param keepsPlace whether the person keeps what they occupy until the next step has room
 * @param worked the hours in which the duration counts; null means always
 * @param starts the hours in which it can start; a place is held meanwhile; null means always
 */
public record Step(
        String name,
        Distribution duration,
        List<Effect> effects,
        List<List<Use>> alternatives,
        String next,
        int priority,
        @Nullable String priorityBy,
        int queueLimit,
        @Nullable String overflow,
        List<Risk> waitingRisks,
        List<Risk> stayRisks,
        @Nullable Distribution transfer,
        double holdFor,
        boolean keepsPlace,
        @Nullable WorkingHours worked,
        @Nullable WorkingHours starts) {

    public Step {
        effects = List.copyOf(effects);
        alternatives = alternatives.stream().map(List::copyOf).toList();
        waitingRisks = List.copyOf(waitingRisks);
        stayRisks = List.copyOf(stayRisks);
        if (queueLimit != Integer.MAX_VALUE && overflow == null) {
            throw new IllegalArgumentException("step (" + name + ") limits its queue to (" + queueLimit
                    + ") but says not where the others go. Maybe: name an overflow step or exit");
        }
    }

    /** A step that is being declared; by default it lasts no time and occupies nothing. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects what is said about a step. */
    public static final class Builder {
        private final String name;
        private Distribution duration = new Fixed(0);
        private final List<Effect> effects = new ArrayList<>();
        private final List<List<Use>> alternatives = new ArrayList<>();
        private String next = "";
        private int priority;
        private @Nullable String priorityBy;
        private int queueLimit = Integer.MAX_VALUE;
        private @Nullable String overflow;
        private final List<Risk> waitingRisks = new ArrayList<>();
        private final List<Risk> stayRisks = new ArrayList<>();
        private @Nullable Distribution transfer;
        private double holdFor = Double.POSITIVE_INFINITY;
        private boolean keepsPlace = true;
        private @Nullable WorkingHours worked;
        private @Nullable WorkingHours starts;

        private Builder(String name) {
            this.name = name;
        }

        public Builder lasting(Distribution hours) {
            duration = hours;
            return this;
        }

        public Builder effect(Effect effect) {
            effects.add(effect);
            return this;
        }

        /** One place of one pool; called again, the pool is another alternative. */
        public Builder occupying(String pool) {
            return occupying(List.of(new Use(pool, 1)));
        }

        /** All of these together; called again, they are another alternative. */
        public Builder occupying(List<Use> together) {
            alternatives.add(together);
            return this;
        }

        public Builder then(String place) {
            next = place;
            return this;
        }

        public Builder priority(int lowerIsFirst) {
            priority = lowerIsFirst;
            return this;
        }

        public Builder priorityBy(String trait) {
            priorityBy = trait;
            return this;
        }

        public Builder queueLimit(int limit, String otherwise) {
            queueLimit = limit;
            overflow = otherwise;
            return this;
        }

        public Builder whileWaiting(Risk risk) {
            waitingRisks.add(risk);
            return this;
        }

        public Builder whileInside(Risk risk) {
            stayRisks.add(risk);
            return this;
        }

        public Builder transfer(Distribution hours, double heldFor) {
            transfer = hours;
            holdFor = heldFor;
            return this;
        }

        public Builder keepsPlace(boolean keeps) {
            keepsPlace = keeps;
            return this;
        }

        public Builder worked(WorkingHours hours) {
            worked = hours;
            return this;
        }

        public Builder starts(WorkingHours hours) {
            starts = hours;
            return this;
        }

        public Step build() {
            return new Step(
                    name,
                    duration,
                    effects,
                    alternatives,
                    next,
                    priority,
                    priorityBy,
                    queueLimit,
                    overflow,
                    waitingRisks,
                    stayRisks,
                    transfer,
                    holdFor,
                    keepsPlace,
                    worked,
                    starts);
        }
    }
}
