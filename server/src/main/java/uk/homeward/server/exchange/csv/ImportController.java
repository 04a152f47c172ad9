package uk.homeward.server.exchange.csv;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** Tables over HTTP: the body is the table, the answer tells what became of each row. */
@Controller
class ImportController {

    private static final int LONGEST = 20_000_000;

    private final Tables tables;
    private final Permits permits;
    private final PlaceTime time;
    private final ServerSettings settings;

    ImportController(Tables tables, Permits permits, PlaceTime time, ServerSettings settings) {
        this.tables = tables;
        this.permits = permits;
        this.time = time;
        this.settings = settings;
    }

    @Needs(Permission.MANAGE_PLACE)
    @PostMapping("/api/import/people")
    ResponseEntity<Report> people(
            HttpServletRequest request,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            User user)
            throws IOException {
        return taken(request, "people", text -> tables.people("people", text, sending(user, dryRun), n -> {}));
    }

    @Needs(Permission.OPEN_REFERRAL)
    @PostMapping("/api/import/referrals")
    ResponseEntity<Report> referrals(
            HttpServletRequest request,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            User user)
            throws IOException {
        return taken(request, "referrals", text -> tables.referrals("referrals", text, sending(user, dryRun), n -> {}));
    }

    @Needs(Permission.SEND_FACTS)
    @PostMapping("/api/import/resources")
    ResponseEntity<Report> resources(
            HttpServletRequest request,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            User user)
            throws IOException {
        return taken(request, "resources", text -> tables.resources(text, sending(user, dryRun), n -> {}));
    }

    /** The page on which people, referrals or facts are sent as a file. */
    @Needs(Permission.SEND_FACTS)
    @GetMapping("/exchange/import")
    ModelAndView importPage() {
        return new ModelAndView("exchange/import").addObject("text", "").addObject("kind", "referrals");
    }

    @Needs(Permission.SEND_FACTS)
    @PostMapping("/exchange/import")
    ModelAndView imported(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "referrals") String kind,
            @RequestParam(defaultValue = "") String dry,
            @RequestParam(required = false) @Nullable MultipartFile file,
            User user)
            throws IOException {
        String all = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        Tables.Sending sending = sending(user, dry.equals("yes"));
        Report report = kind.equals("resources")
                ? tables.resources(all, sending, n -> {})
                : tables.referrals("referrals", all, sending, n -> {});
        boolean whole = !sending.dryRun() && report.faults().isEmpty();
        return new ModelAndView("exchange/import")
                .addObject("text", whole ? report.refusedLines(all) : all)
                .addObject("kind", kind)
                .addObject("report", report);
    }

    /** What is said of units: {@code capacity}, {@code hours} or {@code out-of-area}. */
    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping({"/api/import/capacity", "/api/import/hours", "/api/import/out-of-area"})
    ResponseEntity<Report> units(
            HttpServletRequest request,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            User user)
            throws IOException {
        String table = request.getRequestURI().replaceFirst(".*/", "");
        UnitTable kind = UnitTable.find(table).orElseThrow();
        return taken(request, table, text -> told(kind, table, text, sending(user, dryRun), user));
    }

    /** The page on which a table is pasted or chosen from the computer. */
    @Needs(Permission.MANAGE_CAPACITY)
    @GetMapping("/my-units/table")
    ModelAndView page() {
        return new ModelAndView("capacity/table").addObject("text", "").addObject("kind", "capacity");
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/my-units/table")
    ModelAndView table(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "capacity") String kind,
            @RequestParam(defaultValue = "") String dry,
            @RequestParam(required = false) @Nullable MultipartFile file,
            User user)
            throws IOException {
        String table = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        Tables.Sending sending = sending(user, dry.equals("yes"));
        Report report = told(UnitTable.find(kind).orElse(UnitTable.CAPACITY), "table", table, sending, user);
        return new ModelAndView("capacity/table")
                .addObject("text", table)
                .addObject("kind", kind)
                .addObject("report", report);
    }

    private Report told(UnitTable kind, String name, String text, Tables.Sending sending, User user) {
        return tables.units(kind, name, text, sending, (pool, unit) -> speaksFor(user, pool, unit), n -> {});
    }

    private boolean speaksFor(User user, String pool, String unit) {
        try {
            permits.changeCapacity(user, pool, unit);
            return true;
        } catch (NotPermitted e) {
            return false;
        }
    }

    private Tables.Sending sending(User user, boolean dryRun) {
        return new Tables.Sending(user.actor(), time.instant(), settings.isDemo(), dryRun);
    }

    /** Turns a table's text into its report. */
    private interface Taking {
        Report take(String text);
    }

    private static ResponseEntity<Report> taken(HttpServletRequest request, String kind, Taking taking)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return refused(
                    kind,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the table is longer than " + LONGEST + " bytes",
                    "send it in parts");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(kind, HttpStatus.BAD_REQUEST, "the table is not UTF-8", "save it as CSV UTF-8");
        }
        Report report = taking.take(text);
        return ResponseEntity.status(report.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .body(report);
    }

    private static ResponseEntity<Report> refused(String kind, HttpStatus status, String what, String maybe) {
        return ResponseEntity.status(status)
                .body(new Report(kind, false, List.of(new Report.RowFault("", "", what, maybe)), List.of()));
    }
}
