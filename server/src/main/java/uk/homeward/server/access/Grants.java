package uk.homeward.server.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which role may do what: the one table. Those who commission, analyse, change or administer care see figures, never
 * names. What a role may do is not enough to act on a particular person's journey: see {@link Permits}.
 */
final class Grants {

    static final String TABLE = """
                         referrer  triage-clinician  responder  therapist  ward  hub  coordinator  head-of-brokerage  provider  commissioner  analyst  programme  privacy-officer  administrator
        READ_AGGREGATES  yes       yes               yes        yes        yes   yes  yes          yes                yes       yes           yes      yes        yes              yes
        OPEN_REFERRAL    yes       yes               yes        yes        yes   yes  yes          -                  yes       -             -        -          -                -
        READ_REFERRALS   yes       yes               yes        yes        yes   yes  yes          yes                yes       -             -        -          -                -
        TRIAGE           -         yes               yes        -          -     yes  -            -                  -         -             -        -          -                -
        SEND_FACTS       yes       yes               yes        yes        yes   yes  yes          -                  yes       -             -        -          -                -
        READ_BOARDS      -         yes               yes        yes        yes   yes  yes          yes                -         -             -        -          -                -
        READ_PERSON      -         yes               yes        yes        yes   yes  yes          yes                -         -             -        -          -                -
        READ_SENSITIVE   -         yes               yes        yes        yes   -    -            -                  -         -             -        -          -                -
        ACT_ON_JOURNEY   yes       yes               yes        yes        yes   yes  yes          -                  -         -             -        -          -                -
        DECIDE           -         yes               yes        yes        yes   yes  yes          -                  -         -             -        -          -                -
        RECORD_CARE      -         yes               yes        yes        yes   yes  yes          -                  -         -             -        -          -                -
        PLAN             -         yes               yes        yes        yes   yes  yes          yes                -         -             -        -          -                -
        ACT_FOR_PLACE    -         yes               -          -          -     yes  yes          yes                -         -             -        -          -                -
        MANAGE_CAPACITY  -         -                 -          yes        yes   yes  -            -                  yes       -             -        -          -                -
        FORESEE          -         yes               -          -          yes   yes  yes          yes                -         yes           yes      yes        -                -
        PLAN_PLACE       -         -                 -          -          -     yes  -            yes                -         yes           yes      yes        -                -
        KEEP_MEASURES    -         -                 -          -          -     yes  -            -                  -         yes           yes      yes        -                yes
        READ_REVIEWS     -         yes               yes        yes        yes   yes  yes          yes                -         yes           yes      yes        -                -
        REVIEW_CASES     -         yes               yes        yes        yes   yes  yes          -                  -         -             -        -          -                -
        READ_PROGRAMMES  yes       yes               yes        yes        yes   yes  yes          yes                yes       yes           yes      yes        yes              yes
        EDIT_PROGRAMMES  -         -                 -          -          -     -    -            -                  -         yes           -        yes        -                -
        JOIN_RECORDS     -         yes               -          -          -     yes  -            -                  -         -             -        -          -                -
        FIND_PLACES      -         -                 -          -          -     yes  yes          yes                -         -             -        -          -                -
        ANSWER_OFFERS    -         -                 -          -          -     -    -            -                  yes       -             -        -          -                -
        READ_SUMMARIES   yes       yes               yes        yes        -     yes  yes          -                  yes       -             -        -          -                -
        APPROVE_CARE     -         -                 -          -          -     yes  yes          yes                -         yes           -        -          -                -
        KEEP_AGREEMENTS  -         -                 -          -          -     yes  -            yes                -         yes           -        -          -                -
        MEND_MESSAGES    -         yes               -          -          -     yes  -            -                  -         -             -        -          -                -
        REVIEW_ACCESS    -         -                 -          -          -     -    -            -                  -         -             -        -          yes              -
        GIVE_ACCESS      -         -                 -          -          -     -    -            -                  -         -             -        -          yes              -
        MANAGE_PLACE     -         -                 -          -          -     -    -            -                  -         -             -        -          -                yes
        """;

    private static final Map<Permission, Set<Role>> ROLES = read(TABLE);

    private Grants() {}

    static Set<Role> roles(Permission permission) {
        return ROLES.getOrDefault(permission, Set.of());
    }

    /** Reads a table of this form; throws unless every permission and every role stands in it exactly once. */
    static Map<Permission, Set<Role>> read(String table) {
        List<String> lines = table.lines().toList();
        List<Role> columns = cells(lines.getFirst()).stream().map(Grants::role).toList();
        if (columns.size() != Role.values().length || EnumSet.copyOf(columns).size() != columns.size()) {
            throw new IllegalArgumentException("the table's roles (" + columns + ") are not every role once");
        }
        Map<Permission, Set<Role>> roles = new EnumMap<>(Permission.class);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Permission permission = Permission.valueOf(cells.getFirst());
            if (roles.put(permission, marked(columns, cells)) != null) {
                throw new IllegalArgumentException("the permission (" + permission + ") stands twice in the table");
            }
        }
        if (roles.size() != Permission.values().length) {
            throw new IllegalArgumentException("the table lacks permissions; it has (" + roles.keySet() + ")");
        }
        return Collections.unmodifiableMap(roles);
    }

    private static Set<Role> marked(List<Role> columns, List<String> cells) {
        if (cells.size() != columns.size() + 1) {
            throw new IllegalArgumentException("the row (" + cells.getFirst() + ") has " + (cells.size() - 1)
                    + " cells. Maybe: write yes or - for each of the " + columns.size() + " roles");
        }
        Set<Role> marked = EnumSet.noneOf(Role.class);
        for (int i = 0; i < columns.size(); i++) {
            if (cells.get(i + 1).equals("yes")) {
                marked.add(columns.get(i));
            }
        }
        return Collections.unmodifiableSet(marked);
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    private static Role role(String word) {
        return Role.find(word).orElseThrow(() -> new IllegalArgumentException("there is no role (" + word + ")"));
    }
}
