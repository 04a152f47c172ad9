package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Connection;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * The resources that others sent, every version as it was received and with its source. Nothing here asks whether the caller
 * may see them, and nothing keeps a look: use {@link Reading} and {@link Searching} for a user, or open the person's record
 * at the {@link uk.homeward.server.access.RecordDoor} first.
 *
 * <p>A resource is about the Patient whom its subject names. Which person that is stands in {@code patient_link}: by NHS
 * number and date of birth when the Patient comes, else the Patient's own id stands for the person until {@link #link} says
 * who it is. So merging and unmerging people moves no resource.
 */
@Component
public class Resources {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Types types;
    private final Findings findings;
    private final Place map;
    private final Keys keys;

    Resources(JdbcTemplate jdbc, PlaceKey key, PlaceTime time, Types types, Findings findings, Place place) {
        this.jdbc = jdbc;
        this.place = key;
        this.time = time;
        this.types = types;
        this.findings = findings;
        this.map = place;
        this.keys = new Keys(jdbc);
    }

    /** The resources of a database, without a server. */
    public static Resources over(JdbcTemplate jdbc, PlaceKey key, PlaceTime time, FhirContext context, Place place) {
        return new Resources(jdbc, key, time, new Types(context), new Findings(jdbc, key, time), place);
    }

    /** An id for a new resource; ids that are made later sort later. */
    public String newId() {
        long high = (time.instant().toEpochMilli() << 16)
                | 0x7000L
                | (UUID.randomUUID().getMostSignificantBits() & 0xFFF);
        return new UUID(high, UUID.randomUUID().getLeastSignificantBits()).toString();
    }

    /**
     * Reads a resource and makes it ready to be kept as this version.
     *
     * @param strict true if whatever R4 does not allow is refused
     * @param received what was received, where that was not JSON; else null
     * @throws Unusable if it cannot be kept
     */
    public Draft draft(ResourceText text, String id, int version, boolean strict, byte @Nullable [] received) {
        Type type = types.get(text.type());
        Check check = Check.of(types.context(), text.type(), text.tree());
        List<Issue> wrong =
                check.issues().stream().filter(i -> strict || i.refuses()).toList();
        if (!wrong.isEmpty()) {
            throw Unusable.unprocessable(wrong);
        }
        IndexRows rows = IndexRows.of(type, id, text.tree(), map.zone());
        return new Draft(type, id, version, text, rows, check.issues(), check.references(), received, null);
    }

    /** What R4 says against a resource; nothing is kept. */
    public List<Issue> check(ResourceText text) {
        return Check.of(types.context(), text.type(), text.tree()).issues();
    }

    /** The searches by which a resource refers to others: {@code Practitioner?identifier=x}. */
    public java.util.Set<String> queries(ResourceText text) {
        return Check.of(types.context(), text.type(), text.tree()).queries();
    }

    /** What stands and refers to a resource, as its address; empty if nothing does. */
    public Optional<String> referring(String reference) {
        List<Integer> params = typesKept().stream()
                .flatMap(t -> types.get(t).paths(Param.Kind.REFERENCE).stream())
                .map(Path::number)
                .toList();
        return jdbc
                .queryForList(
                        "select r.type || '/' || r.id from resource_token t join resource r on r.place = t.place"
                                + " and r.key = t.resource and r.type = any(?)"
                                + " where t.place = ? and t.param = any(?) and t.value = ? and not r.deleted and"
                                + Rows.NEWEST + " and r.type || '/' || r.id <> ? limit 1",
                        String.class,
                        typesKept().toArray(new String[0]),
                        place.value(),
                        params.toArray(new Integer[0]),
                        reference,
                        reference)
                .stream()
                .findFirst();
    }

    /** The relative address of the resource of which this key is a version. */
    public Optional<String> findReference(String type, long key) {
        return jdbc
                .queryForList(
                        "select type || '/' || id from resource where place = ? and type = ? and key = ?",
                        String.class,
                        place.value(),
                        type,
                        key)
                .stream()
                .findFirst();
    }

    /** The types of which there ever was a resource. */
    public List<String> typesKept() {
        return jdbc.queryForList("""
            with recursive t as (
                (select type from resource where place = ? order by type limit 1)
                union all
                select (select r.type from resource r where r.place = ? and r.type > t.type order by r.type limit 1)
                from t where t.type is not null)
            select type from t where type is not null
            """, String.class, place.value(), place.value());
    }

    /** The version that says that a resource is deleted. */
    public Draft deletion(Kept standing) {
        return Draft.deletion(types.get(standing.type()), standing.id(), standing.version() + 1);
    }

    /**
     * Keeps versions, all or none, in one trip to the database; joins the caller's transaction if there is one.
     *
     * @param strict true if references to what is not here are refused; otherwise only a subject must be here
     * @throws Unusable if a version exists already (412), or a reference leads nowhere (422)
     */
    public List<Kept> keep(List<Draft> drafts, Source source, boolean strict) {
        java.time.Instant now = time.instant();
        List<Long> numbers = keys.take(drafts.size());
        Writing writing = new Writing(place.value(), source, now, drafts, numbers, strict);
        List<Writing.Lost> lost;
        try {
            lost = jdbc.execute((ConnectionCallback<List<Writing.Lost>>) (Connection c) -> writing.write(c));
        } catch (DuplicateKeyException e) {
            throw Unusable.changed("somebody else changed the resource in the meantime");
        }
        if (lost.stream().anyMatch(Writing.Lost::who)) {
            throw Unusable.unprocessable(nowhere(drafts, lost));
        }
        if (!lost.isEmpty() || drafts.stream().anyMatch(d -> !d.findings().isEmpty())) {
            findings.count(source, drafts, lost);
        }
        List<Kept> kept = new java.util.ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            kept.add(kept(drafts.get(i), numbers.get(i), now, source));
        }
        return kept;
    }

    private static List<Issue> nowhere(List<Draft> drafts, List<Writing.Lost> lost) {
        return lost.stream()
                .filter(Writing.Lost::who)
                .flatMap(l -> drafts.stream()
                        .map(d -> d.references().get(l.reference()))
                        .filter(java.util.Objects::nonNull)
                        .map(r -> Issue.fault("not-found", r.element(), "(" + l.reference() + ") is not here")))
                .toList();
    }

    private static Kept kept(Draft draft, long key, java.time.Instant now, Source source) {
        @Nullable ResourceText text = draft.text();
        return new Kept(
                key,
                draft.type().name(),
                draft.id(),
                draft.version(),
                text == null,
                now,
                draft.patient(),
                draft.patient(),
                source.organisation(),
                source.sender(),
                source.channel(),
                text == null ? "" : text.meta(),
                text == null ? new byte[0] : text.pieces(),
                text == null ? new byte[0] : text.content());
    }

    /** What stands under this address, deleted or not; empty if nothing ever did. */
    public Optional<Kept> find(String type, String id) {
        return jdbc
                .query(
                        "select " + Rows.COLUMNS + ", r.content" + Rows.FROM
                                + " where r.place = ? and r.type = ? and r.id = ? order by r.version desc limit 1",
                        Rows::kept,
                        place.value(),
                        type,
                        id)
                .stream()
                .findFirst();
    }

    /**
     * What stands about a person, whichever of their Patients it names, the newest key first. What is marked as sensitive is
     * there where the record was opened for it.
     *
     * @param wanted the types; empty for all
     */
    public List<Kept> listOfPerson(String person, List<String> wanted, int most) {
        return jdbc.query(
                "select " + Rows.COLUMNS + ", r.content" + Rows.FROM
                        + " where r.place = ? and r.patient = any(?) and (? or r.type = any(?)) and not r.deleted"
                        + " and (current_setting('homeward.sensitive', true) = 'yes' or (not r.sensitive and"
                        + " r.type || '/' || r.id not in (select item from marked_item where place = ?))) and"
                        + Rows.NEWEST + " order by r.key desc limit ?",
                Rows::kept,
                place.value(),
                patientsOf(person).toArray(new String[0]),
                wanted.isEmpty(),
                wanted.toArray(new String[0]),
                place.value(),
                most);
    }

    /** The ids of the Patients who are this person; the person's own id is one of them unless it was linked to another. */
    public List<String> patientsOf(String person) {
        return jdbc.queryForList(
                "select patient from patient_link where place = ? and person = ? union"
                        + " select ? where not exists (select 1 from patient_link where place = ? and patient = ?)",
                String.class,
                place.value(),
                person,
                person,
                place.value(),
                person);
    }

    /** The person whom a Patient's id stands for: the one it was linked to, else itself. */
    public String personOf(String patient) {
        return jdbc
                .queryForList(
                        "select person from patient_link where place = ? and patient = ?",
                        String.class,
                        place.value(),
                        patient)
                .stream()
                .findFirst()
                .orElse(patient);
    }

    /** Says which person a Patient is; whatever is about the Patient is about that person from now on. */
    public void link(String patient, String person, String why, String by) {
        jdbc.update("""
            insert into patient_link (place, patient, person, why, by_user, at) values (?, ?, ?, ?, ?, ?)
            on conflict (place, patient)
            do update set person = excluded.person, why = excluded.why, by_user = excluded.by_user, at = excluded.at
            """, place.value(), patient, person, why, by, time.instant().atOffset(ZoneOffset.UTC));
    }

    /** Takes a link back: the Patient stands for itself again. */
    public void unlink(String patient) {
        jdbc.update("delete from patient_link where place = ? and patient = ?", place.value(), patient);
    }

    /** The same draft with references replaced, such as a bundle's own names by what they became. */
    public Draft rewritten(ResourceText text, Map<String, String> references, String id, int version, boolean strict) {
        byte[] content = ResourceText.replaced(text.content(), references);
        if (content == text.content()) {
            return draft(text, id, version, strict, null);
        }
        Draft draft = draft(ResourceText.read(content), id, version, strict, null);
        String mapping = Json.MAPPER.writeValueAsString(references);
        return new Draft(
                draft.type(),
                draft.id(),
                draft.version(),
                draft.text(),
                draft.rows(),
                draft.findings(),
                draft.references(),
                null,
                mapping);
    }
}
