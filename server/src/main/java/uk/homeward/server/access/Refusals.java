package uk.homeward.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers who may not come in. A browser is shown a page that says what is missing and whom to ask, or is sent to sign
 * in; a script gets {@code application/problem+json}.
 */
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    /** The request's attribute that carries the words to the page. */
    static final String WHY = Refusals.class.getName() + ".why";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        String code = denied instanceof NotPermitted refusal ? refusal.code() : "forbidden";
        if (Scripts.sent(request)) {
            problem(response, HttpStatus.FORBIDDEN, code, why(denied));
        } else {
            page(request, response, why(denied));
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (Scripts.sent(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(response, HttpStatus.UNAUTHORIZED, "not-signed-in", "Send a token that this server accepts.");
        } else {
            response.sendRedirect(request.getContextPath() + "/");
        }
    }

    /** Shows the page of refusals with these words. */
    static void page(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.setAttribute(WHY, why);
        request.getRequestDispatcher("/denied").forward(request, response);
    }

    /** Writes problem+json; the type is {@code urn:homeward:problem:<code>}. */
    static void problem(HttpServletResponse response, HttpStatus status, String code, String why) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:homeward:problem:" + code);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", why);
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    private static String why(AccessDeniedException denied) {
        return denied instanceof CsrfException
                ? "This page was open for too long, or the form came from elsewhere. Nothing was changed. "
                        + "Load the page again and repeat what you did."
                : String.valueOf(denied.getMessage());
    }
}
