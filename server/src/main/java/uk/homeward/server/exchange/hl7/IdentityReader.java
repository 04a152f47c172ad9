package uk.homeward.server.exchange.hl7;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;

/** Reads who a PID or MRG segment names, by the sender's profile. */
final class IdentityReader {

    private final Reading reading;
    private final Set<LocalNumber> locals = new LinkedHashSet<>();
    private final List<String> nhsNumbers = new ArrayList<>();

    private IdentityReader(Reading reading) {
        this.reading = reading;
    }

    /** The identity in a PID: the list in PID-3, the older PID-2 and PID-4, and what the profile adds. */
    static Identity ofPid(Segment pid, Reading reading) {
        IdentityReader reader = new IdentityReader(reading);
        reader.takeAll(pid, 3);
        reader.takeAll(pid, 2);
        reader.takeAll(pid, 4);
        reading.profile().nhsNumbers().alsoIn().stream()
                .filter(field -> field != 2 && field != 3 && field != 4)
                .forEach(field -> reader.takeAll(pid, field));
        boolean verified = false;
        for (int i = 0; i < pid.repetitions(32); i++) {
            verified |= reading.profile().isVerified(pid.text(32, i, 1));
        }
        return reader.identity("PID-3", verified);
    }

    /** The identity of a record that gives way: MRG-1, and the older MRG-2 and MRG-4. */
    static Identity ofMrg(Segment mrg, Reading reading) {
        IdentityReader reader = new IdentityReader(reading);
        reader.takeAll(mrg, 1);
        reader.takeAll(mrg, 2);
        reader.takeAll(mrg, 4);
        return reader.identity("MRG-1", false);
    }

    private void takeAll(Segment segment, int field) {
        boolean bareIsNhsNumber = segment.name().equals("PID")
                && reading.profile().nhsNumbers().alsoIn().contains(field);
        for (int i = 0; i < segment.repetitions(field); i++) {
            take(segment, field, i, bareIsNhsNumber);
        }
    }

    private void take(Segment segment, int field, int repetition, boolean bareIsNhsNumber) {
        String value = segment.text(field, repetition, 1);
        String authority = segment.text(field, repetition, 4);
        String universalId = segment.text(field, repetition, 4, 2);
        String type = segment.text(field, repetition, 5);
        if (value.isBlank()) {
            return;
        }
        boolean bare = authority.isBlank() && type.isBlank();
        if (reading.profile().isNhsNumber(authority, universalId, type) || (bare && bareIsNhsNumber)) {
            nhsNumbers.add(value.replaceAll("[\\s\\u00a0-]", ""));
        } else {
            String issuer = authority.isBlank() ? universalId : authority;
            locals.add(new LocalNumber(value, issuer.isBlank() ? reading.ownAuthority() : issuer));
        }
    }

    private Identity identity(String where, boolean verified) {
        List<String> usable = nhsNumbers.stream()
                .filter(number -> NhsNumberStatus.of(number, verified).usable())
                .distinct()
                .toList();
        if (usable.size() > 1) {
            reading.note(where, "there are " + usable.size() + " NHS numbers; the first is used");
        }
        String number = usable.isEmpty() ? nhsNumbers.stream().findFirst().orElse("") : usable.getFirst();
        NhsNumberStatus status = NhsNumberStatus.of(number, verified);
        switch (status) {
            case IMPOSSIBLE -> reading.note(where, "the NHS number fails its check; the local number is used");
            case PLACEHOLDER -> reading.note(where, "the NHS number is a placeholder; the local number is used");
            case VERIFIED, UNVERIFIED, ABSENT -> {}
        }
        return new Identity(number, status, List.copyOf(locals));
    }
}
