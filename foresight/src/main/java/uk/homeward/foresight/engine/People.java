package uk.homeward.foresight.engine;

import java.util.Arrays;

/** All people of a run by row, the number that stands in the agenda's keys; rows of those who left are given again. */
final class People {

    private final int reserved;
    private final int standards;
    private final int limit;
    private Person[] rows;
    private Person[] free = new Person[64];
    private int used;
    private int freeCount;

    /** The first {@code reserved} rows belong to clocks: nobody is there but a place for what is due. */
    People(int reserved, int standards, int limit) {
        this.reserved = reserved;
        this.standards = standards;
        this.limit = limit;
        this.rows = new Person[reserved + 64];
        for (used = 0; used < reserved; used++) {
            rows[used] = new Person(used, 0);
        }
    }

    Person at(int row) {
        return rows[row];
    }

    /** One more person; the object holds what it held before. */
    Person add() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (used == rows.length) {
            grow();
        }
        Person person = new Person(used, standards);
        rows[used++] = person;
        return person;
    }

    void remove(Person person) {
        person.state = Person.GONE;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = person;
    }

    /** The first row of people. */
    int first() {
        return reserved;
    }

    /** One more than the highest row that was ever used. */
    int end() {
        return used;
    }

    private void grow() {
        int size = Math.min(limit, 2 * used);
        if (size == used) {
            throw new BrokenRun("more than (" + limit + ") people at once. Maybe: demand exceeds capacity for good;"
                    + " look at the step with the longest queue, or play a shorter time");
        }
        rows = Arrays.copyOf(rows, size);
    }
}
