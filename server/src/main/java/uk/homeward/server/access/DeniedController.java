package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page that somebody sees who may not do something. */
@Controller
class DeniedController {

    @Open("It says why something is refused, also to people who could not sign in")
    @RequestMapping("/denied")
    ModelAndView denied(HttpServletRequest request) {
        Object why = request.getAttribute(Refusals.WHY);
        ModelAndView page = new ModelAndView("access/denied")
                .addObject("why", why instanceof String words ? words : "You may not do this.");
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
