package uk.homeward.server.matching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;

/** Writes what an event changes in the list of searches and in the offers that providers see. */
@Component
public class SearchProjection implements Projecting {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    public SearchProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.SEARCH;
    }

    @Override
    public List<String> tables() {
        return List.of("search", "search_offer");
    }

    @Override
    public void write(Recorded<Event> r) {
        String id = r.subject().id();
        OffsetDateTime at = at(r.occurredAt());
        switch ((SearchEvent) r.event()) {
            case SearchEvent.SearchOpened e -> opened(id, at, e);
            case SearchEvent.NeedDescribedForPlace e -> described(id, e);
            case SearchEvent.OptionsShown e -> {}
            case SearchEvent.PlaceChosen e ->
                set(
                        id,
                        "chosen = ?, chosen_kind = ?, chosen_why = ?",
                        e.provider(),
                        e.setting().name(),
                        e.whyOther());
            case SearchEvent.PlaceOffered e -> offered(id, at, e);
            case SearchEvent.QuestionAsked e -> offer(id, e.offer(), "question = ?", e.question());
            case SearchEvent.QuestionAnswered e ->
                offer(id, e.offer(), "answer = ?, until = ?", e.answer(), at(e.until()));
            case SearchEvent.OfferAccepted e ->
                offer(
                        id,
                        e.offer(),
                        "state = 'ACCEPTED', words = ?, from_day = ?, answered_at = ?",
                        e.note(),
                        e.from(),
                        at);
            case SearchEvent.OfferDeclined e -> {
                offer(
                        id,
                        e.offer(),
                        "state = 'DECLINED', reason = ?, words = ?, answered_at = ?",
                        e.reason().name(),
                        e.words(),
                        at);
                set(id, "chosen = '', chosen_kind = '', chosen_why = '', refusals = refusals + 1");
            }
            case SearchEvent.OfferTakenBack e ->
                offer(
                        id,
                        e.offer(),
                        "state = ?, words = ?, answered_at = ?",
                        e.ranOut() ? "RAN_OUT" : "TAKEN_BACK",
                        e.reason(),
                        at);
            case SearchEvent.SearchEscalated e -> set(id, "escalated_at = ?", at);
            case SearchEvent.EscalationTaken e -> set(id, "taken_on_by = ?", r.by().name());
            case SearchEvent.PersonPlaced e -> {
                set(id, "state = 'PLACED', placed_at = ?, placed_from = ?, ended_at = ?", e.provider(), e.from(), at);
                jdbc.update(
                        "update search_offer set state = 'PLACED' where place = ? and search = ? and state ="
                                + " 'ACCEPTED'",
                        place.value(),
                        id);
            }
            case SearchEvent.SearchWithdrawn e -> set(id, "state = 'WITHDRAWN', ended_at = ?", at);
            case SearchEvent.SearchReopened e ->
                set(
                        id,
                        "state = 'LOOKING', ended_at = null, chosen = '', chosen_kind = '', chosen_why = '',"
                                + " escalated_at = null, taken_on_by = '', placed_at = '', placed_from = null");
            case SearchEvent.ProposalAnswered e -> {}
            case SearchEvent.SearchRefused e -> {}
        }
        jdbc.update("update search set version = ? where place = ? and id = ?", r.sequence(), place.value(), id);
    }

    private void opened(String id, OffsetDateTime at, SearchEvent.SearchOpened e) {
        jdbc.update("""
            insert into search (place, id, version, person, locality, stay, opened_at, setting, essential, urgency,
                funder, fitting, chosen, chosen_kind, chosen_why, refusals, state, placed_at)
            values (?, ?, 1, ?, ?, ?, ?, '', '', 'ROUTINE', 'COUNCIL', -1, '', '', '', 0, 'LOOKING', '')
            """, place.value(), id, e.person(), e.locality(), e.stay(), at);
    }

    private void described(String id, SearchEvent.NeedDescribedForPlace e) {
        set(
                id,
                "setting = ?, essential = ?, urgency = ?, funder = ?, wanted_from = ?, fitting = ?",
                e.wanted().setting().name(),
                String.join(",", e.wanted().essential()),
                e.wanted().urgency().name(),
                e.wanted().funder().name(),
                e.wanted().from(),
                e.fitting());
    }

    private void offered(String id, OffsetDateTime at, SearchEvent.PlaceOffered e) {
        jdbc.update("""
            insert into search_offer (place, search, offer, provider, locality, setting, essential, about, price,
                offered_at, until, question, answer, state, reason, words)
            select place, id, ?, ?, locality, setting, essential, ?, ?, ?, ?, '', '', 'WAITING', '', ''
            from search where place = ? and id = ?
            """, e.offer(), e.provider(), e.about(), e.price(), at, at(e.until()), place.value(), id);
    }

    /** {@code columns} is never anybody's input. */
    private void set(String id, String columns, Object... values) {
        jdbc.update("update search set " + columns + " where place = ? and id = ?", with(values, place.value(), id));
    }

    private void offer(String search, String offer, String columns, Object... values) {
        jdbc.update(
                "update search_offer set " + columns + " where place = ? and search = ? and offer = ?",
                with(values, place.value(), search, offer));
    }

    private static Object[] with(Object[] values, Object... keys) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + keys.length);
        System.arraycopy(keys, 0, all, values.length, keys.length);
        return all;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
