package uk.homeward.server.exchange.fhir;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Refusal;

/** A body that cannot become a referral: everything that is wrong with it, told at once. */
final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The HTTP status of a body that is no resource of the expected type. */
    static final int UNREADABLE = 400;

    /** The HTTP status of a resource that was read and cannot be used. */
    static final int UNUSABLE = 422;

    private final int status;
    private final transient List<Finding> findings;
    private final @Nullable Long kept;

    Faulty(int status, List<Finding> findings) {
        this(status, findings, null);
    }

    private Faulty(int status, List<Finding> findings, @Nullable Long kept) {
        super(findings.stream().map(Finding::words).collect(Collectors.joining("; ")));
        this.status = status;
        this.findings = List.copyOf(findings);
        this.kept = kept;
    }

    static Faulty unusable(Finding finding) {
        return new Faulty(UNUSABLE, List.of(finding));
    }

    int status() {
        return status;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The number under which the body waits to be mended; null if it is not kept. */
    @Nullable
    Long kept() {
        return kept;
    }

    Faulty keptAs(long number) {
        return new Faulty(status, findings, number);
    }

    /** The same as the queue of messages keeps it. */
    Refusal refusal() {
        return new Refusal(
                status == UNREADABLE ? AckCode.AR : AckCode.AE,
                error(findings.getFirst().code()),
                findings.size() == 1 ? findings.getFirst().element() : "",
                findings.size() == 1
                        ? findings.getFirst().what()
                        : findings.stream().map(Finding::words).collect(Collectors.joining("; ")),
                findings.stream().map(Finding::maybe).distinct().collect(Collectors.joining("; ")));
    }

    private static ErrorCode error(IssueType code) {
        return switch (code) {
            case REQUIRED -> ErrorCode.REQUIRED_FIELD;
            case VALUE, INVALID -> ErrorCode.DATA_TYPE;
            case NOTSUPPORTED -> ErrorCode.MESSAGE_TYPE;
            case STRUCTURE -> ErrorCode.SEGMENT_SEQUENCE;
            case EXCEPTION -> ErrorCode.INTERNAL;
            default -> ErrorCode.UNKNOWN_KEY;
        };
    }
}
