package uk.homeward.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** What is sent to a page that takes a file must be a file. */
@ControllerAdvice
class NotAFile {

    @ExceptionHandler
    void answer(MultipartException e, HttpServletResponse response) throws IOException {
        response.sendError(
                HttpStatus.BAD_REQUEST.value(),
                "this is no upload. Maybe: choose a file, and send multipart/form-data");
    }
}
