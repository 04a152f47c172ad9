package uk.homeward.journey.matching;

import java.util.Arrays;

/**
 * Who gets which place, so that the gains of all add up to the most there can be: each person has at most one place, each
 * place takes as many people as it has room for. Exact, by shortest augmenting paths with prices (after Jonker and Volgenant),
 * in whole numbers, so that nothing is lost to rounding. Time grows with people squared times places.
 *
 * <p>Beside the answer stand its prices: what one more place would yield. They also tell what a person's place costs the
 * others, without solving anything again.
 */
public final class Assignment {

    /** The gain of a place that somebody cannot have. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Somebody who gets no place. */
    public static final int NONE = -1;

    private static final long FAR = Long.MAX_VALUE / 4;

    private final long[][] gain;
    private final int[] room;
    private final int waiting;
    private final int[] placeOf;
    private final long[] price;

    private Assignment(long[][] gain, int[] room) {
        this.gain = gain;
        this.room = room;
        this.waiting = room.length; // one more column: going on waiting, which gains nothing and is open to all
        this.placeOf = new int[gain.length];
        this.price = new long[room.length + 1];
        Arrays.fill(placeOf, NONE);
    }

    /**
     * The best assignment.
     *
     * @param gain for each person, what each place would gain, at least 0; or {@link #NEVER}
     * @param room how many people each place takes
     */
    public static Assignment best(long[][] gain, int[] room) {
        long[][] copied = new long[gain.length][];
        for (int person = 0; person < gain.length; person++) {
            copied[person] = checked(gain[person], room.length, person);
        }
        Assignment best = new Assignment(copied, room.clone());
        int[] used = new int[room.length + 1];
        for (int person = 0; person < gain.length; person++) {
            best.settle(person, used);
        }
        return best;
    }

    private static long[] checked(long[] gains, int places, int person) {
        if (gains.length != places) {
            throw new IllegalArgumentException("person (" + person + ") has " + gains.length + " gains for " + places
                    + " places. Maybe: write NEVER for a place that they cannot have");
        }
        for (long gain : gains) {
            if (gain < 0 && gain != NEVER) {
                throw new IllegalArgumentException("a gain (" + gain + ") is below 0. Maybe: write NEVER");
            }
        }
        return gains.clone();
    }

    /** Finds a place for one more person; those who have one may move, if all together gain by it. */
    private void settle(int person, int[] used) {
        int columns = waiting + 1;
        long[] distance = new long[columns];
        int[] from = new int[columns];
        boolean[] done = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            distance[column] = cost(person, column);
            from[column] = person;
        }
        int last;
        long shortest;
        while (true) {
            last = nearest(distance, done);
            shortest = distance[last];
            if (last == waiting || used[last] < room[last]) {
                break;
            }
            done[last] = true;
            for (int other = 0; other < person; other++) {
                if (placeOf[other] == last) {
                    relax(other, last, shortest, distance, from, done);
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            if (done[column]) {
                price[column] += shortest - distance[column];
            }
        }
        used[last]++;
        moveAlong(person, last, from);
    }

    /** The cost of a place to a person at today's prices: its price less its gain. */
    private long cost(int person, int column) {
        if (column == waiting) {
            return 0;
        }
        return gain[person][column] == NEVER || room[column] == 0 ? FAR : price[column] - gain[person][column];
    }

    private static int nearest(long[] distance, boolean[] done) {
        int nearest = -1;
        for (int column = 0; column < distance.length; column++) {
            if (!done[column] && (nearest < 0 || distance[column] < distance[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void relax(int other, int at, long shortest, long[] distance, int[] from, boolean[] done) {
        long left = shortest - cost(other, at);
        for (int column = 0; column < distance.length; column++) {
            long cost = done[column] ? FAR : cost(other, column);
            if (cost < FAR && left + cost < distance[column]) {
                distance[column] = left + cost;
                from[column] = other;
            }
        }
    }

    private void moveAlong(int person, int last, int[] from) {
        int column = last;
        while (true) {
            int mover = from[column];
            int left = placeOf[mover];
            placeOf[mover] = column;
            if (mover == person) {
                return;
            }
            column = left;
        }
    }

    /** The place of each person; {@link #NONE} for those who go on waiting. */
    public int[] placeOf() {
        int[] places = placeOf.clone();
        for (int person = 0; person < places.length; person++) {
            places[person] = places[person] == waiting ? NONE : places[person];
        }
        return places;
    }

    /** What all gain together. */
    public long total() {
        long total = 0;
        for (int person = 0; person < placeOf.length; person++) {
            total += placeOf[person] == waiting ? 0 : gain[person][placeOf[person]];
        }
        return total;
    }

    /** What one more place of this kind would yield; 0 where there is room left. */
    public long price(int place) {
        return price[place];
    }

    /**
     * What a person's place costs the others: what they would gain together if this person were not there.
     *
     * @param gain what the others would gain; 0 for somebody without a place
     * @param next who would get the place then; {@link #NONE} if nobody
     */
    public record Cost(long gain, int next) {}

    /** What this person's place costs the others, along the cheapest chain of moves that would fill it. */
    public Cost costToOthers(int person) {
        int start = placeOf[person];
        if (start == waiting) {
            return new Cost(0, NONE);
        }
        int columns = waiting + 1;
        long[] distance = new long[columns];
        int[] first = new int[columns];
        boolean[] done = new boolean[columns];
        Arrays.fill(distance, FAR);
        Arrays.fill(first, NONE);
        distance[start] = 0;
        long best = price[start];
        int next = NONE;
        for (int column = nearest(distance, done); column >= 0 && distance[column] < FAR; ) {
            done[column] = true;
            if (distance[column] + price[column] < best) {
                best = distance[column] + price[column];
                next = first[column];
            }
            for (int other = 0; other < placeOf.length && column != waiting; other++) {
                step(other, person, column, distance, first, done);
            }
            column = nearest(distance, done);
        }
        return new Cost(price[start] - best, next);
    }

    /** Somebody else moves in where there is room now, and leaves their own place open. */
    private void step(int other, int without, int column, long[] distance, int[] first, boolean[] done) {
        int leaves = placeOf[other];
        long cost = other == without || done[leaves] ? FAR : cost(other, column);
        if (cost >= FAR) {
            return;
        }
        long longer = distance[column] + cost - cost(other, leaves);
        if (longer < distance[leaves]) {
            distance[leaves] = longer;
            first[leaves] = first[column] == NONE ? other : first[column];
        }
    }
}
