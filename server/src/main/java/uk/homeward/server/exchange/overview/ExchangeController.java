package uk.homeward.server.exchange.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** All lines to other systems on one page. */
@Controller
@Needs(Permission.MEND_MESSAGES)
class ExchangeController {

    private final Interfaces interfaces;
    private final ServerSettings settings;

    ExchangeController(Interfaces interfaces, ServerSettings settings) {
        this.interfaces = interfaces;
        this.settings = settings;
    }

    @GetMapping("/exchange")
    String all(Model model) {
        model.addAttribute("lines", interfaces.list());
        model.addAttribute("sandbox", settings.isDemo());
        return "exchange/exchange";
    }
}
