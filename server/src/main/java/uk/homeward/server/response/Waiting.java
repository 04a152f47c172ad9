package uk.homeward.server.response;

import java.time.Instant;
import java.util.List;
import uk.homeward.server.access.User;

/** What else waits for somebody, told by other parts of the server for the page of their tasks. */
public interface Waiting {

    /** What waits for this user now, the longest first. */
    List<Line> waiting(User user);

    /**
     * One thing that waits.
     *
     * @param who whom it is about
     * @param what what is to be done, and why
     * @param since since when it waits
     * @param address the page where it is done
     */
    record Line(String who, String what, Instant since, String address) {}
}
