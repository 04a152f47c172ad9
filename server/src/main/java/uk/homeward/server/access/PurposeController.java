package uk.homeward.server.access;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A reader says for what they read records from now on; it holds until they say otherwise or sign out. */
@Controller
class PurposeController {

    private static final String PERSON_PAGE = "/people/[A-Za-z0-9.-]+(/[a-z-]+)?";

    @Needs(Permission.READ_PERSON)
    @PostMapping("/purpose")
    String choose(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String back,
            User user,
            HttpSession session) {
        Purpose chosen = Purpose.find(purpose)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "(" + purpose + ") is no purpose. Maybe: one of " + Purpose.words(user.role())));
        if (!chosen.isOf(user.role())) {
            throw new NotPermitted(
                    "purpose-not-yours",
                    "Your role (" + user.role().title() + ") does not read records for (" + chosen.title()
                            + "). Maybe: one of " + Purpose.words(user.role()));
        }
        session.setAttribute(Purpose.HEADER, chosen.word());
        return "redirect:" + (back.matches(PERSON_PAGE) ? back : "/people");
    }
}
