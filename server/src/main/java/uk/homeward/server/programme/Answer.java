package uk.homeward.server.programme;

import java.util.List;

/** What became of something that was told. */
sealed interface Answer {

    /** @param version the number to be sent with the next change */
    record Done(int version) implements Answer {}

    /** A rule said no. */
    record Refused(String code, String why) implements Answer {}

    /** Somebody else was faster; nothing was written. */
    record Conflict(List<String> changed, int version) implements Answer {

        public Conflict {
            changed = List.copyOf(changed);
        }
    }
}
