package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who block each other: each keeps a place of one pool that the next of them waits for. They change places at the
 * same moment, as wards do who swap patients. For each pool it is the first in its line who keeps such a place; whoever
 * keeps none could give nothing in return and goes on waiting.
 */
final class Ring {

    private final Play play;
    private final Needs needs;
    private final PoolState[] pools;
    private final boolean[] stuck;

    /** One of the ring: who leaves pool {@code from} by taking {@code grant}. */
    private record Move(Person person, int grant, int from) {}

    /** {@code movable} tells of each pool whether places of it will become free without a change of places. */
    Ring(Play play, boolean[] movable) {
        this.play = play;
        this.needs = play.net.needs;
        this.pools = play.tally.pools;
        this.stuck = new boolean[movable.length];
        for (int pool = 0; pool < movable.length; pool++) {
            stuck[pool] = !movable[pool];
        }
    }

    /** Finds a ring and lets it change places; false if there is none whose places are enough for each other. */
    boolean changesPlaces() {
        List<Move> ring = find();
        if (ring.isEmpty() || !fits(ring)) {
            return false;
        }
        for (Move move : ring) {
            play.places.lines.takeOut(move.person);
            play.places.seizeInRing(move.grant);
        }
        for (Move move : ring) {
            play.moves.start(move.person, move.person.at(), move.grant, true);
        }
        return true;
    }

    private List<Move> find() {
        @Nullable Move[] comer = comers();
        int at = 0;
        while (at < stuck.length && !stuck[at]) {
            at++;
        }
        List<Integer> way = new ArrayList<>();
        while (at < stuck.length && !way.contains(at)) {
            way.add(at);
            Move move = comer[at];
            if (move == null) {
                return List.of();
            }
            at = move.from;
        }
        List<Move> ring = new ArrayList<>();
        for (int pool : way.subList(Math.max(0, way.indexOf(at)), way.size())) {
            Move move = comer[pool];
            if (move != null) {
                ring.add(move);
            }
        }
        return ring;
    }

    /** Who would come into each pool; pools that nobody of the stuck waits for are no part of a ring. */
    private @Nullable Move[] comers() {
        @Nullable Move[] comer = new Move[stuck.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int pool = 0; pool < stuck.length; pool++) {
                comer[pool] = stuck[pool] ? comer(pool) : null;
                changed |= stuck[pool] && comer[pool] == null;
                stuck[pool] &= comer[pool] != null;
            }
        }
        return comer;
    }

    private @Nullable Move comer(int pool) {
        for (int rank = 0; rank < play.net.ranks; rank++) {
            Move best = null;
            for (int line : needs.linesOf[pool]) {
                int grant = grantOf(line, pool);
                Person p = grant < 0 ? null : play.places.lines.first(line, rank);
                while (p != null && from(p) < 0) {
                    p = p.after;
                }
                if (p != null && (best == null || p.since < best.person.since)) {
                    best = new Move(p, grant, from(p));
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    /** The alternative of a line that takes of this pool alone; -1 if there is none. */
    private int grantOf(int line, int pool) {
        for (int grant : needs.lineGrants[line]) {
            if (needs.grantPools[grant].length == 1 && needs.grantPools[grant][0] == pool) {
                return grant;
            }
        }
        return -1;
    }

    /** The only pool that the person keeps a place of, if it is stuck; else -1. */
    private int from(Person p) {
        int[] held = needs.grantPools[p.held];
        return held.length == 1 && stuck[held[0]] ? held[0] : -1;
    }

    private boolean fits(List<Move> ring) {
        int[] more = new int[pools.length];
        for (Move move : ring) {
            int into = needs.grantPools[move.grant][0];
            more[into] += needs.amount(move.grant, into);
            more[move.from] -= needs.amount(move.person.held, move.from);
        }
        for (int pool = 0; pool < more.length; pool++) {
            if (more[pool] > Math.max(0, pools[pool].room())) {
                return false;
            }
        }
        return true;
    }
}
