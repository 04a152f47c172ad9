package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells scripts, which are answered in JSON, from browsers, which are shown a page. */
public final class Scripts {

    private Scripts() {}

    /** True if a script sent this. */
    public static boolean sent(HttpServletRequest request) {
        return sent(request, request.getRequestURI());
    }

    /**
     * True if a script sent this.
     *
     * @param path where the request went first, if it is being handed on
     */
    public static boolean sent(HttpServletRequest request, String path) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || path.startsWith("/api/")
                || path.startsWith("/fhir")
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
