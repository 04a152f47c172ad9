package uk.homeward.server.response;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.web.Fault;

/** What went wrong, as problem+json (RFC 9457), for scripts. */
public final class Problems {

    private Problems() {}

    /** A rule refused it: 409, with the rule's code. */
    public static ResponseEntity<Object> refused(String code, String why) {
        return problem(of(HttpStatus.CONFLICT, "Refused", why, code));
    }

    /** Somebody was faster: 409, with what they changed and the version that stands now. */
    static ResponseEntity<Object> conflict(Journey journey, List<Sentence> changed) {
        ProblemDetail problem = of(
                HttpStatus.CONFLICT,
                "Somebody changed this while you looked",
                "Nothing was written. Look at what changed, then send it again with the new version.",
                "changed-meanwhile");
        problem.setProperty("version", journey.version());
        problem.setProperty("changed", changed);
        return problem(problem);
    }

    /** What was sent cannot be read: 400, with every field that is wrong. */
    public static ResponseEntity<Object> faulty(List<Fault> faults) {
        ProblemDetail problem =
                of(HttpStatus.BAD_REQUEST, "Some fields are wrong", "See 'errors' for each of them.", "faulty-fields");
        problem.setProperty("errors", faults);
        return problem(problem);
    }

    static ProblemDetail of(HttpStatus status, String title, String detail, String code) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<Object> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
