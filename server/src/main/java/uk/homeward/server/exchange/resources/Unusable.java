package uk.homeward.server.exchange.resources;

import java.util.List;

/** A body that cannot be kept; everything that is wrong with it is told at once. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int UNREADABLE = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int CHANGED = 412;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final transient List<Issue> issues;

    public Unusable(int status, List<Issue> issues) {
        super(issues.isEmpty() ? "" : issues.getFirst().what());
        this.status = status;
        this.issues = List.copyOf(issues);
    }

    /** It cannot be read at all. */
    public static Unusable unreadable(String what) {
        return new Unusable(UNREADABLE, List.of(Issue.fault("structure", "", what)));
    }

    /** A request that is not understood; {@code where} names the part of it. */
    public static Unusable request(String where, String what) {
        return new Unusable(UNREADABLE, List.of(Issue.fault("invalid", where, what)));
    }

    /** It was read and cannot be used. */
    public static Unusable unprocessable(List<Issue> issues) {
        return new Unusable(UNPROCESSABLE, issues);
    }

    /** Somebody else was faster. */
    public static Unusable changed(String what) {
        return new Unusable(CHANGED, List.of(Issue.fault("conflict", "", what)));
    }

    /** It would break what stands. */
    public static Unusable conflict(String what) {
        return new Unusable(CONFLICT, List.of(Issue.fault("conflict", "", what)));
    }

    public static Unusable notFound(String what) {
        return new Unusable(NOT_FOUND, List.of(Issue.fault("not-found", "", what)));
    }

    /** The HTTP status that says it. */
    public int status() {
        return status;
    }

    public List<Issue> issues() {
        return issues;
    }
}
