package uk.homeward.server.response;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whoever meets a closed record on a page is led to where a reason opens it. */
@ControllerAdvice(annotations = Controller.class)
class ClosedRecords {

    @ExceptionHandler
    String closed(ClosedRecord closed) {
        return "redirect:/people/" + closed.person();
    }
}
