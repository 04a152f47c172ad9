package uk.homeward.foresight.benefits.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    /** A tenth less activity; half of the cost of 100 is fixed, so that 5 is saved. */
    private static Settlement.Line with(Bucket bucket) {
        return Settlement.of(List.of(new Service("ward", 1000, 100, 0.5, 900, bucket)))
                .lines()
                .getFirst();
    }

    @Test
    void underABlockTheProviderKeepsWhatIsSaved() {
        Settlement.Line line = with(new Bucket.Block());
        assertThat(line.providerGains()).isCloseTo(5, within(1e-9));
        assertThat(line.commissionerGains()).isCloseTo(0, within(1e-9));
    }

    @Test
    void paidByActivityTheProviderLosesItsFixedCosts() {
        Settlement.Line line = with(new Bucket.CostAndVolume(1));
        assertThat(line.commissionerGains()).isCloseTo(10, within(1e-9));
        assertThat(line.providerGains()).isCloseTo(-5, within(1e-9));
    }

    @Test
    void aGainShareDividesWhatIsSaved() {
        Settlement.Line line = with(new Bucket.GainShare(0.4));
        assertThat(line.providerGains()).isCloseTo(2, within(1e-9));
        assertThat(line.commissionerGains()).isCloseTo(3, within(1e-9));
    }

    @Test
    void aCostReductionGivesTheCommissionerItsPartWhateverHappens() {
        Settlement.Line line = with(new Bucket.CostReduction(0.02));
        assertThat(line.commissionerGains()).isCloseTo(2, within(1e-9));
        assertThat(line.providerGains()).isCloseTo(3, within(1e-9));
    }

    @Test
    void bothGainsAlwaysAddUpToWhatIsSaved() {
        for (Bucket bucket : List.of(
                new Bucket.Block(),
                new Bucket.CostAndVolume(0.7),
                new Bucket.GainShare(0.5),
                new Bucket.CostReduction(0.1))) {
            Settlement.Line line = with(bucket);
            assertThat(line.providerGains() + line.commissionerGains()).isCloseTo(line.saved(), within(1e-9));
        }
    }

    @Test
    void aFaultInAContractIsToldWithItsLine() {
        String text = """
                title: A contract
                services:
                  - {title: Ward, planned-activity: 0, planned-cost: 5, fixed-share: 0.5, actual-activity: 3, bucket: block}
                  - {title: Team, planned-activity: 9, planned-cost: 5, fixed-share: 0.5, actual-activity: 3, bucket: {gain-share: 5}}
                """;
        assertThatThrownBy(() -> ContractReader.parse("contract.yaml", text))
                .hasMessageContaining("contract.yaml:3: the plan of 'Ward' cannot be: activity (0.0)")
                .hasMessageContaining("contract.yaml:4: the provider's share is no share (5.0)");
    }
}
