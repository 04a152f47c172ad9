package uk.homeward.server.exchange.rest;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.homeward.server.access.SignedIn;
import uk.homeward.server.access.SmartConfiguration;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * The FHIR base over HTTP. What are commands to Homeward (a ServiceRequest by itself, a message) goes on to the servlet
 * behind; everything else is answered here, from and as bytes.
 */
final class FhirDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FhirDoor.class);
    private static final int UNAUTHORIZED = 401;
    private static final int UNSUPPORTED = 415;
    private static final int FAULT = 500;
    private static final int UNAVAILABLE = 503;

    private final Router router;
    private final Capability capability;
    private final Forms forms;
    private final Requests requests;

    FhirDoor(Router router, Capability capability, Forms forms, Requests requests) {
        this.router = router;
        this.capability = capability;
        this.forms = forms;
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long from = System.nanoTime();
        List<String> path = path(request);
        if (isCommand(request.getMethod(), path)) {
            chain.doFilter(request, response);
        } else {
            answer(request, response, path);
        }
        requests.answered(request.getMethod(), response.getStatus(), System.nanoTime() - from);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, List<String> path)
            throws IOException {
        try {
            if (path.equals(List.of(".well-known", "smart-configuration"))
                    && request.getMethod().equals("GET")) {
                String base = base(request);
                response.setContentType("application/json");
                response.getOutputStream()
                        .write(Json.MAPPER.writeValueAsBytes(
                                SmartConfiguration.of(base.substring(0, base.length() - "/fhir".length()))));
            } else if (path.equals(List.of("metadata")) && request.getMethod().equals("GET")) {
                forms.write(request, response, Answer.of(Answer.OK, capability.statement(base(request))));
            } else {
                forms.write(request, response, router.answer(call(request, path)));
            }
        } catch (Unusable e) {
            forms.write(request, response, Answer.of(e.status(), Outcome.bytes(e)));
        } catch (BaseServerResponseException e) { // the body was too long, or what Homeward owns does not open
            forms.write(request, response, Answer.of(e.getStatusCode(), forms.outcome(e)));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("a FHIR request could not be answered: {}", e.toString());
            boolean ours = e instanceof NonTransientDataAccessException
                    && !(e instanceof org.springframework.dao.NonTransientDataAccessResourceException);
            forms.write(request, response, fault(ours ? FAULT : UNAVAILABLE));
        } catch (RuntimeException e) {
            LOG.error("a FHIR request failed", e);
            forms.write(request, response, fault(FAULT));
        }
    }

    private static Answer fault(int status) {
        Issue issue = status == UNAVAILABLE
                ? new Issue(
                        "transient",
                        "",
                        "the database does not answer; nothing was changed. Maybe: again in a minute",
                        true)
                : new Issue("exception", "", "a fault of this server; it is in its log", true);
        Answer answer = Answer.of(status, Outcome.bytes(new Unusable(status, List.of(issue))));
        return status == UNAVAILABLE ? answer.with("Retry-After", "30") : answer;
    }

    /** A referral by itself and a message are commands. */
    private static boolean isCommand(String method, List<String> path) {
        return path.equals(List.of("$process-message"))
                || (method.equals("POST") && path.equals(List.of("ServiceRequest")));
    }

    private static List<String> path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(path.substring("/fhir".length()).split("/"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.contains("%") ? java.net.URLDecoder.decode(p, StandardCharsets.UTF_8) : p)
                .toList();
    }

    private static String base(HttpServletRequest request) {
        StringBuffer url = request.getRequestURL();
        int from = url.indexOf("/fhir", url.indexOf("://") + 3);
        return url.substring(0, from) + "/fhir";
    }

    private Call call(HttpServletRequest request, List<String> path) throws IOException {
        User user = user(request);
        Map<String, String> headers = headers(request);
        byte[] raw = hasBody(request) ? request.getInputStream().readAllBytes() : new byte[0];
        boolean form = String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        boolean xml = !form && Forms.isXml(request.getContentType(), raw);
        if (!form && raw.length > 0) {
            encoding(request);
        }
        return new Call(
                user,
                base(request),
                request.getMethod(),
                path,
                parameters(request, form ? new String(raw, StandardCharsets.UTF_8) : ""),
                headers,
                form ? new byte[0] : xml ? forms.json(raw) : raw,
                xml ? raw : null);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return List.of("POST", "PUT", "PATCH").contains(request.getMethod());
    }

    private static void encoding(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .replace("\"", "");
        String encoding = type.contains("charset=") ? type.replaceFirst(".*charset=([^;\\s]*).*", "$1") : "utf-8";
        if (!encoding.equals("utf-8") && !encoding.equals("utf8")) {
            throw new Unusable(
                    UNSUPPORTED,
                    List.of(new Issue("not-supported", "", "the encoding (" + encoding + ") is not UTF-8", true)));
        }
    }

    /** The parameters of the address, in their order; a form adds its own. */
    private static Map<String, List<String>> parameters(HttpServletRequest request, String form) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String query : new String[] {String.valueOf(request.getQueryString()), form}) {
            Query.parameters(query)
                    .forEach((name, values) -> parameters
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .addAll(values));
        }
        return parameters;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : List.of(
                "prefer",
                "if-match",
                "if-none-match",
                "if-none-exist",
                "if-modified-since",
                "accept",
                "content-type")) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        }
        return headers;
    }

    /** Who calls: with a token in each request, since a browser's sign-in does not count here. */
    private static User user(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return signedIn.getPrincipal();
        }
        throw new Unusable(
                UNAUTHORIZED,
                List.of(new Issue(
                        "login", "", "nobody is signed in. Maybe: send a token that this server accepts", true)));
    }
}
