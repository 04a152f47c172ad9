package uk.homeward.insight.events;

/** The columns of every table: name, type, meaning. */
final class Columns {

    static final String OF_JOURNEY = """
        journey          BIGINT    the journey
        person           BIGINT    the person; of records that were merged, the one that stands for them
        pathway          VARCHAR   the pathway
        route            VARCHAR   the way in
        sender_kind      VARCHAR   who referred, such as gp or ambulance
        locality         VARCHAR   the person's locality when the journey was opened
        deprivation      VARCHAR   the fifth of deprivation of where the person lives: 1 most deprived to 5 least deprived
        organisation     VARCHAR   whose team looks after the person, or did last
        team             VARCHAR   that team
        age_band         VARCHAR   at opening: under-65, 65-74, 75-84, 85-and-over
        sex              VARCHAR   as registered
        ethnicity        VARCHAR   in the person's own words, where known
        frailty          VARCHAR   at opening: fit, mild, moderate or severe
        urgency          VARCHAR   at opening: urgent, soon or routine
        lives_alone      VARCHAR   at opening: yes or no
        dementia         VARCHAR   at opening: yes or no
        opened_on        DATE      when the journey began
        """;

    static final String EVENTS = """
        position         BIGINT    the number of the event in its source; numbers have gaps
        type             VARCHAR   what happened, such as StepStarted
        subject_kind     VARCHAR   what it is about: person, journey, spell, flow (the way out of a stay), pool, search, package or contingency
        subject          BIGINT    which of them
        sequence         INTEGER   the number of the event among those of its subject, from 1
        person           BIGINT    whom it is about; null for pools, and where only the journey is named
        happened_at      TIMESTAMP when it happened, as it was told at first
        happened_on      DATE      the day of that
        told_at          TIMESTAMP when we were told
        role             VARCHAR   the role of whoever told us
        organisation     VARCHAR   the organisation for which they told us
        by_system        BOOLEAN   true if no human told us
        pathway          VARCHAR   of an opening
        route            VARCHAR   of an opening: the way in
        sender_kind      VARCHAR   of an opening: who referred
        locality         VARCHAR   of an opening or registration
        step             VARCHAR   the step it concerns
        decision         VARCHAR   the decision that was made
        option           VARCHAR   what was chosen
        exit             VARCHAR   how the journey ended
        reason_code      VARCHAR   why a referral or an offer was declined, or a command refused; what was answered to a budget or decided of continuing care
        command          VARCHAR   the command that was refused
        standard         VARCHAR   the standard whose clock was paused or went on
        follow_up        VARCHAR   the follow-up that was done
        whereabouts      VARCHAR   where the person was at the follow-up
        cause            VARCHAR   what holds the person back
        pool             VARCHAR   the pool of the place that was taken, held or confirmed
        unit             VARCHAR   the ward, centre or team that gives it
        capacity         DOUBLE    of the unit, as confirmed
        out_of_service   DOUBLE    of that capacity
        mode             VARCHAR   how a contact took place: face-to-face, video or telephone
        professions      INTEGER   how many professions decided
        wish_heard       BOOLEAN   true where the person's own wish is kept with a decision
        scale            VARCHAR   the scale of an outcome
        score            DOUBLE    the score on it, or the progress of a goal
        measured         VARCHAR   when an outcome was measured: start, review or end
        question         VARCHAR   the question of the person's story that was answered
        repeated         BOOLEAN   true if it was asked although the answer was known
        support          VARCHAR   how a carer was supported: assessment, break, money, advice or other
        action           VARCHAR   what was done about a person's risk: reviewed, visited, planned, referred or none-needed
        experience       VARCHAR   what the person says of their care: very-good, good, neither, poor, very-poor or not-known
        site             VARCHAR   the hospital
        ward             VARCHAR   where in the hospital
        destination      VARCHAR   where the person went from the hospital
        amends           INTEGER   the sequence of the event that this one mends
        amended_to       TIMESTAMP the right time of that event
        """;

    static final String JOURNEYS = """
        opened_at        TIMESTAMP when the journey began
        accepted_at      TIMESTAMP when the referral was accepted; null where nobody has to, or nobody has
        declined_on      DATE      when it was declined
        decline_reason   VARCHAR   why it was declined
        first_contact_at TIMESTAMP the first contact in any step
        ended_at         TIMESTAMP when it ended, was declined or withdrawn
        ended_on         DATE      the day of that
        state            VARCHAR   where it stands: referred, waiting, in-step, deciding, ended, declined ...
        stands_at        VARCHAR   the step, decision or exit at which it stands
        exit             VARCHAR   how it ended
        outcome          VARCHAR   where the person is then
        decisions        INTEGER   how many decisions were made
        contacts         INTEGER   how many contacts there were
        steps            INTEGER   how many steps were begun
        delayed_hours    DOUBLE    time ready and waiting, of delays that are over
        coordinator      BOOLEAN   true once somebody to ring was named
        goals            INTEGER   goals of the person's plan
        goals_reached    INTEGER   those fully reached
        amended          BOOLEAN   true where the time of an event was mended
        by_hand          BOOLEAN   true where a human told us something
        """;

    static final String STEPS = """
        number           INTEGER   the place in the order of requests, from 1
        step             VARCHAR   the step
        setting          VARCHAR   where it takes place: home, community-bed, hospital, care-home or desk
        pool             VARCHAR   the first pool that it occupied
        unit             VARCHAR   the unit of that pool
        requested_at     TIMESTAMP when the person was ready for it
        requested_on     DATE      the day of that
        started_at       TIMESTAMP when it began
        started_on       DATE      the day of that
        first_contact_at TIMESTAMP the first contact in it
        first_mode       VARCHAR   how that took place
        completed_at     TIMESTAMP when its work was done
        completed_on     DATE      the day of that
        left_at          TIMESTAMP when the person gave up the place
        left_on          DATE      the day of that
        left_hour        INTEGER   the hour of the day of that, local time
        cancelled_on     DATE      when the request was taken back
        """;

    static final String DECISIONS = """
        number           INTEGER   the place in the order of decisions, from 1
        decision         VARCHAR   the decision
        option           VARCHAR   what was chosen
        leads_to         VARCHAR   the step, decision or exit to which it leads
        decided_at       TIMESTAMP when
        decided_on       DATE      the day of that
        professions      INTEGER   how many professions decided
        wish_heard       BOOLEAN   true where the person's own wish is kept with it
        role             VARCHAR   the role of whoever told us
        """;

    static final String CLOCKS = """
        number           INTEGER   the place in the order of clocks, from 1
        standard         VARCHAR   the standard
        started_at       TIMESTAMP when it started
        started_on       DATE      the day of that
        deadline         TIMESTAMP when the limit is reached; null once stopped, and while paused
        stopped_at       TIMESTAMP when it stopped; null while it runs
        stopped_on       DATE      the day of that
        met              BOOLEAN   whether the standard was kept; null while it runs, and where the journey ended first
        """;

    static final String DELAYS = """
        number           INTEGER   the place of the delay in their order, from 1
        link             INTEGER   the place of the cause in the delay's chain, from 1
        last_link        BOOLEAN   true for the last cause of the chain
        step             VARCHAR   the step whose place the person keeps meanwhile; null at home
        setting          VARCHAR   where the person waits: hospital, community-bed, home ...
        waits_for        VARCHAR   the step that is waited for; null while nobody has decided
        cause            VARCHAR   the cause
        side             VARCHAR   who must act: nhs, social-care or both
        reason_group     VARCHAR   the group of the national return
        delayed_since_on DATE      the day on which the whole delay began
        from_at          TIMESTAMP since when this cause held
        from_on          DATE      the day of that
        until_at         TIMESTAMP until when; null while it holds
        until_on         DATE      the day of that
        """;

    static final String CHECKS = """
        follow_up        VARCHAR   the follow-up
        since_on         DATE      when the wait for it began
        due_on           DATE      when it is due
        done_on          DATE      when it was done
        whereabouts      VARCHAR   where the person was then: own-home, hospital, care-home, died, not-known ...
        """;

    static final String OUTCOMES = """
        scale            VARCHAR   the scale
        measured_on      DATE      when
        measured         VARCHAR   start, review or end
        score            DOUBLE    the score
        """;

    static final String SPELLS = """
        told_of          BIGINT    one person at one organisation, whose stays are told and read together
        spell            BIGINT    the stay
        person           BIGINT    the person; of records that were merged, the one that stands for them
        organisation     VARCHAR   the organisation that told of it
        site             VARCHAR   the hospital
        ward             VARCHAR   where the person is, or was last
        state            VARCHAR   arrived, admitted, left or cancelled
        emergency        BOOLEAN   true if the person came without a bed being planned
        locality         VARCHAR   the person's locality
        deprivation      VARCHAR   the fifth of deprivation of where the person lives
        age_band         VARCHAR   when the stay began: under-65, 65-74, 75-84, 85-and-over
        sex              VARCHAR   as registered
        ethnicity        VARCHAR   in the person's own words, where known
        arrived_at       TIMESTAMP when the person came
        arrived_on       DATE      the day of that
        arrived_hour     INTEGER   the hour of the day of that, local time
        admitted_at      TIMESTAMP when they were given a bed
        admitted_on      DATE      the day of that
        left_at          TIMESTAMP when they left
        left_on          DATE      the day of that
        left_hour        INTEGER   the hour of the day of that, local time
        expected_on      DATE      when they are expected to leave
        destination      VARCHAR   where they went; admitted where an emergency visit went over into a stay
        diagnosis        VARCHAR   the main diagnosis (ICD-10 in capitals without a dot); null until the hospital coded it
        """;

    static final String DIAGNOSES = """
        told_of          BIGINT    one person at one organisation, as in spells
        spell            BIGINT    the stay
        person           BIGINT    the person; of records that were merged, the one that stands for them
        number           INTEGER   the place in the order of the hospital, from 1: the main diagnosis
        code             VARCHAR   ICD-10 in capitals without a dot, such as S720
        """;

    static final String DISCHARGES = """
        stay             BIGINT    the stay, as in spells
        person           BIGINT    the person; of records that were merged, the one that stands for them
        organisation     VARCHAR   the trust that runs the hospital
        site             VARCHAR   the hospital
        ward             VARCHAR   where the person is, or was last
        locality         VARCHAR   the person's locality
        deprivation      VARCHAR   the fifth of deprivation of where the person lives
        age_band         VARCHAR   when the stay began: under-65, 65-74, 75-84, 85-and-over
        sex              VARCHAR   as registered
        ethnicity        VARCHAR   in the person's own words, where known
        admitted_at      TIMESTAMP when the person came into a bed
        admitted_on      DATE      the day of that
        left_at          TIMESTAMP when they left; null while they are there
        left_on          DATE      the day of that
        left_minute      INTEGER   the minute of the day of that, local time; 1020 is 17:00
        died             BOOLEAN   true where they died in hospital: that is no discharge
        expected_first_at TIMESTAMP when an expected day of discharge was first set
        expected_first_on DATE     that expected day
        expected_on      DATE      the expected day that stands
        expected_changes INTEGER   how often it was changed to another day
        criteria_set     BOOLEAN   true where it is said what must be true before this person can leave
        reviews          INTEGER   how often a round asked whether the criteria to reside are met
        ready_at         TIMESTAMP when the last period without criteria to reside began, if it lasts or lasted to the end
        ready_on         DATE      the discharge-ready date: the day of that
        delay_days       INTEGER   from the discharge-ready date to the day on which the person left; null while they are there
        way_out          INTEGER   the discharge pathway, 0 to 3; null while nobody has described the need
        bed_asked        BOOLEAN   true where a bed was asked for
        days             INTEGER   days of the stay, the first and the last included
        judged_days      INTEGER   days that somebody judged
        green_days       INTEGER   days that were judged to have moved the person towards leaving
        moves            INTEGER   moves to another ward
        night_moves      INTEGER   moves by night
        harmful_moves    INTEGER   moves by night, or not for the person's own care, or that nobody explained
        long_reviews     INTEGER   long-stay reviews that were held
        summary_sent_at  TIMESTAMP when the discharge summary was sent last
        summary_read_at  TIMESTAMP when its receiver acknowledged it
        summary_complete INTEGER   how much of it was there, in per cent
        arrival_named    BOOLEAN   true where somebody was named to see that the person has come home
        arrival_checked_at TIMESTAMP when they did
        destination      VARCHAR   where the person went
        """;

    static final String READY = """
        stay             BIGINT    the stay, as in spells
        person           BIGINT    the person
        organisation     VARCHAR   the trust that runs the hospital
        site             VARCHAR   the hospital
        locality         VARCHAR   the person's locality
        deprivation      VARCHAR   the fifth of deprivation of where the person lives
        age_band         VARCHAR   when the stay began
        sex              VARCHAR   as registered
        ethnicity        VARCHAR   in the person's own words, where known
        admitted_on      DATE      when the person came into a bed
        left_on          DATE      when they left; null while they are there
        number           INTEGER   the place in the order of the chain, from 1
        cause            VARCHAR   what held the person up; null where nobody has said
        side             VARCHAR   who must act: nhs, social-care or both
        reason_group     VARCHAR   the group of the national return
        reason           VARCHAR   the reason of the national return
        period_from_on   DATE      the day on which this whole period without criteria to reside began
        from_at          TIMESTAMP since when this cause held
        from_on          DATE      the day of that
        until_at         TIMESTAMP until when; null while it holds
        until_on         DATE      the day of that
        """;

    static final String PEOPLE = """
        person           BIGINT    the person
        stands_for       BIGINT    of records that were merged, the one that stands for them; else the person
        sex              VARCHAR   as registered
        born_year        INTEGER   the year of birth
        locality         VARCHAR   the locality
        deprivation      VARCHAR   the fifth of deprivation of where the person lives
        ethnicity        VARCHAR   in the person's own words, where known
        residence        VARCHAR   own-home or care-home
        frailty          INTEGER   the Clinical Frailty Scale as recorded, 1 to 9; null where it is not
        dementia         BOOLEAN   as recorded
        lives_alone      BOOLEAN   as recorded
        carers           INTEGER   carers who were named
        died_on          DATE      when the person died
        """;

    static final String LOOKS = """
        look             BIGINT    the number of the look
        person           BIGINT    whose record it was
        looked_on        DATE      the day
        hour             INTEGER   the hour of the day, local time
        role             VARCHAR   the role of whoever looked
        organisation     VARCHAR   the organisation for which they looked
        what             VARCHAR   what was opened
        reason_given     BOOLEAN   true where the record opened only for a reason
        """;

    private Columns() {}
}
