package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.SignedIn;
import uk.homeward.server.access.User;

/**
 * Who may send referrals and messages. Callers show a token with each request; a browser's sign-in does not count, so that
 * no page elsewhere can act for somebody.
 */
@Interceptor
public final class FhirAccess {

    /** Before anything is read: callers must be known. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
    public boolean knows(HttpServletRequest request) {
        boolean known =
                request.getHeader("Authorization") != null && Caller.find().isPresent();
        if (!known) {
            throw Outcomes.of(401, IssueType.LOGIN, "nobody is signed in", "send a token that this server accepts");
        }
        return true;
    }

    /** Once it is known what is asked: the role must allow it. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = -1)
    public boolean allows(RequestDetails request) {
        @Nullable Permission needed = needed(request);
        @Nullable User user = Caller.find().orElse(null);
        if (needed == null || user == null || !user.may(needed)) {
            throw Outcomes.of(
                    403,
                    IssueType.FORBIDDEN,
                    "the role (" + (user == null ? "none" : user.role().word()) + ") may not do this",
                    needed == null
                            ? "another address"
                            : "one of "
                                    + needed.roles().stream().map(Role::word).toList());
        }
        boolean message = "$process-message".equals(request.getOperation());
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && !signedIn.scopes().cover(message ? "*" : "ServiceRequest", "c")) {
            throw Outcomes.of(403, IssueType.FORBIDDEN, "this service has no scope to create that", "another scope");
        }
        return true;
    }

    /** What one must be allowed to do; null where nobody may. */
    private static @Nullable Permission needed(RequestDetails request) {
        boolean refers = "ServiceRequest".equals(request.getResourceName())
                && request.getRestOperationType() == RestOperationTypeEnum.CREATE;
        return refers || "$process-message".equals(request.getOperation()) ? Permission.OPEN_REFERRAL : null;
    }
}
