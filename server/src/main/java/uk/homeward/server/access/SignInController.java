package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.ServerSettings;

/** The first page: in the demo a visitor picks a role instead of a password. */
@Controller
class SignInController {

    private final ServerSettings settings;
    private final DemoUsers users;
    private final SignInSettings signIn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInController(ServerSettings settings, DemoUsers users, SignInSettings signIn) {
        this.settings = settings;
        this.users = users;
        this.signIn = signIn;
    }

    @Open("It is where people sign in")
    @GetMapping("/")
    ModelAndView first() {
        return new ModelAndView("access/signIn")
                .addObject("demo", settings.isDemo())
                .addObject(
                        "choices",
                        signIn.services().stream()
                                .map(s -> new SignInChoice("/oauth2/authorization/" + s.name(), s.title()))
                                .toList());
    }

    @Open("It is how a visitor of the demo picks a role")
    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String role,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.isDemo()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "roles are picked in the demo only");
        }
        Role chosen = Role.find(role).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        request.getSession().invalidate();
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedIn(organisation.isEmpty() ? users.of(chosen) : users.of(chosen, organisation)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return "redirect:/overview";
    }
}
