package uk.homeward.server.access;

import uk.homeward.journey.journeys.JourneyCommand;

/** Which permission each command on a journey needs. */
final class CommandPermissions {

    private CommandPermissions() {}

    static Permission of(JourneyCommand command) {
        return switch (command) {
            case JourneyCommand.Open c -> Permission.OPEN_REFERRAL;
            case JourneyCommand.GiveInformation c -> Permission.ACT_ON_JOURNEY;
            case JourneyCommand.Withdraw c -> Permission.ACT_ON_JOURNEY;
            case JourneyCommand.AddNote c -> Permission.ACT_ON_JOURNEY;
            case JourneyCommand.Accept c -> Permission.TRIAGE;
            case JourneyCommand.AskForMore c -> Permission.TRIAGE;
            case JourneyCommand.Decline c -> Permission.TRIAGE;
            case JourneyCommand.Reopen c -> Permission.TRIAGE;
            case JourneyCommand.Decide c -> Permission.DECIDE;
            case JourneyCommand.StartStep c -> Permission.RECORD_CARE;
            case JourneyCommand.MakeContact c -> Permission.RECORD_CARE;
            case JourneyCommand.CompleteStep c -> Permission.RECORD_CARE;
            case JourneyCommand.RecordFinding c -> Permission.RECORD_CARE;
            case JourneyCommand.GiveTreatment c -> Permission.RECORD_CARE;
            case JourneyCommand.MakeVisit c -> Permission.RECORD_CARE;
            case JourneyCommand.MissVisit c -> Permission.RECORD_CARE;
            case JourneyCommand.MeasureOutcome c -> Permission.RECORD_CARE;
            case JourneyCommand.PauseClock c -> Permission.RECORD_CARE;
            case JourneyCommand.ResumeClock c -> Permission.RECORD_CARE;
            case JourneyCommand.NameDelay c -> Permission.RECORD_CARE;
            case JourneyCommand.FollowUp c -> Permission.RECORD_CARE;
            case JourneyCommand.Amend c -> Permission.RECORD_CARE;
            case JourneyCommand.PlanVisit c -> Permission.PLAN;
            case JourneyCommand.SetGoal c -> Permission.PLAN;
            case JourneyCommand.ReviewGoal c -> Permission.PLAN;
            case JourneyCommand.AddAction c -> Permission.PLAN;
            case JourneyCommand.FinishAction c -> Permission.PLAN;
            case JourneyCommand.AssignTeam c -> Permission.PLAN;
            case JourneyCommand.AssignStaff c -> Permission.PLAN;
            case JourneyCommand.NameCoordinator c -> Permission.PLAN;
        };
    }
}
