package uk.homeward.server.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** The place's finance tables, every stated total against its parts, and who gains under which way of payment. */
@Controller
@Needs(Permission.PLAN_PLACE)
class MoneyController {

    private final Money money;

    MoneyController(Money money) {
        this.money = money;
    }

    @GetMapping("/money")
    ModelAndView money(@RequestParam(defaultValue = "false") boolean all) {
        Money.Read read = money.get();
        return new ModelAndView("planning/money")
                .addObject("tables", tables().toList())
                .addObject("checks", all ? read.checks() : read.disagreeing())
                .addObject("checked", read.checks().size())
                .addObject("disagree", read.disagreeing().size())
                .addObject("all", all);
    }

    private Stream<MoneyTable> tables() {
        Money.Read read = money.get();
        var book = read.book();
        return book == null ? Stream.of() : book.tables().stream().map(t -> new MoneyTable(t, read.checks()));
    }

    @GetMapping("/money/checks.csv")
    @ResponseBody
    ResponseEntity<String> checks() {
        return ScenarioController.download(MoneyText.csv(money.get().checks()), "text/csv", "finance-checks.csv");
    }

    @GetMapping("/money/tables/{id}")
    ModelAndView table(@PathVariable String id) {
        return new ModelAndView("planning/money-table").addObject("table", get(id));
    }

    @GetMapping("/money/tables/{id}/csv")
    @ResponseBody
    ResponseEntity<String> tableAsCsv(@PathVariable String id) {
        MoneyTable table = get(id);
        return ScenarioController.download(table.csv(), "text/csv", table.id() + ".csv");
    }

    private MoneyTable get(String id) {
        return tables().filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such table."));
    }

    @GetMapping("/money/payment")
    ModelAndView payment(@RequestParam Map<String, String> given) {
        return new ModelAndView("planning/payment")
                .addObject("inputs", new PaymentInputs(money.get().services(), given))
                .addObject("ways", List.of("block", "cost-and-volume", "gain-share", "cost-reduction"))
                .addObject("csv", "/money/payment.csv" + Query.of(given));
    }

    @GetMapping("/money/payment.csv")
    @ResponseBody
    ResponseEntity<String> paymentAsCsv(@RequestParam Map<String, String> given) {
        PaymentInputs inputs = new PaymentInputs(money.get().services(), given);
        return ScenarioController.download(MoneyText.csv(inputs.settlement()), "text/csv", "payment.csv");
    }
}
