package uk.homeward.foresight.calibration;

import uk.homeward.journey.pathway.ExitId;

/**
 * How many come back after an exit. The time after which they do stays as the pathway has it; the share is learned with
 * those who may still come back.
 *
 * @param left people who left by this exit within the window
 * @param back of these, who came back within it
 * @param why why the share stays as assumed; empty where it was learned
 */
public record LearnedReturn(ExitId exit, int left, int back, double assumed, Between share, String why) {

    public boolean isLearned() {
        return why.isEmpty();
    }
}
