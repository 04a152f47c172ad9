package uk.homeward.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import uk.homeward.server.access.Scripts;

/** What cannot be answered is shown to people as a page; scripts get {@code application/problem+json} as before. */
@Component
final class FaultPages implements HandlerExceptionResolver, Ordered {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!(fault instanceof ErrorResponse answer) || Scripts.sent(request) || response.isCommitted()) {
            return null;
        }
        try {
            response.sendError(answer.getStatusCode().value(), words(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static String words(ErrorResponse answer) {
        return answer instanceof NoResourceFoundException
                ? "There is no page at this address. The link may be old, or a letter of it may be missing."
                : Objects.requireNonNullElse(
                        answer.getBody().getDetail(),
                        HttpStatus.valueOf(answer.getStatusCode().value()).getReasonPhrase());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
