package uk.homeward.journey.people;

import uk.homeward.journey.person.NhsNumber;

/** NHS numbers of the range kept for tests, none of them twice, in an order that looks like chance. */
final class Numbers {

    private static final int FIRST_NINE = 999_000_000;
    private static final int BODIES = 1_000_000;
    /** Shares no factor with the number of bodies, so that each body comes once. */
    private static final int STEP = 387_421;

    private final int offset;
    private int taken;

    Numbers(int offset) {
        this.offset = offset;
    }

    NhsNumber next() {
        while (taken < BODIES) {
            int body = FIRST_NINE + (int) ((offset + (long) STEP * taken++) % BODIES);
            if (NhsNumber.isUsable(body)) {
                NhsNumber number = NhsNumber.beginningWith(body);
                if (!number.isDummy()) {
                    return number;
                }
            }
        }
        throw new IllegalStateException(
                "the range for tests holds no more NHS numbers (" + BODIES + " tried). Maybe: ask for fewer people");
    }
}
