package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Keeps the framework from reading referrals by itself, so that a body which cannot be read is kept as received rather
 * than lost. {@link ReferralReader} reads them.
 */
@Interceptor
public final class BodyAsReceived {

    /** Puts an empty resource where the framework would put the one that it reads. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = 1)
    public boolean leaves(RequestDetails request) {
        if ("$process-message".equals(request.getOperation())) {
            request.setResource(new Bundle());
        } else if (request.getRestOperationType() == RestOperationTypeEnum.CREATE) {
            request.setResource(new ServiceRequest());
        }
        return true;
    }
}
