package uk.homeward.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.server.access.Open;
import uk.homeward.server.access.Scripts;

/** The page, or the problem for a script, where something could not be answered. */
@Controller
class FaultController implements ErrorController {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FAULT = "Something went wrong in Homeward. What you sent was not done, unless the page"
            + " shows it. Try again; if it happens again, tell your administrator what you did, and when.";
    private static final String NO_DATABASE =
            "The database does not answer. Nothing of what was kept is lost. Try again in a minute.";

    @Open("It says why something could not be answered, also to people who did not sign in")
    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        String why = why(request, status);
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        if (Scripts.sent(request, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(JSON.writeValueAsBytes(
                            Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", why)));
            return null;
        }
        return new ModelAndView("web/fault").addObject("title", title(status)).addObject("why", why);
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (isWithoutDatabase(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND; // somebody came to this very address
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static boolean isWithoutDatabase(@Nullable Object fault) {
        for (Throwable t = fault instanceof Throwable f ? f : null; t != null; t = t.getCause()) {
            if (t instanceof DataAccessResourceFailureException || t instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    private static String why(HttpServletRequest request, HttpStatus status) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE
                && isWithoutDatabase(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return NO_DATABASE;
        }
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return FAULT;
        }
        return request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String words && !words.isBlank()
                ? sentence(words)
                : "There is nothing at this address.";
    }

    private static String sentence(String words) {
        String full = words.endsWith(".") || words.endsWith("?") ? words : words + ".";
        return Character.toUpperCase(full.charAt(0)) + full.substring(1);
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "This cannot be found";
            case INTERNAL_SERVER_ERROR -> "Something went wrong";
            case SERVICE_UNAVAILABLE -> "Homeward cannot answer at the moment";
            case CONFLICT -> "Somebody was faster";
            default -> status.is4xxClientError() ? "This could not be done" : "Something went wrong";
        };
    }
}
