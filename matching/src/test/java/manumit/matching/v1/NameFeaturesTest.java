package manumit.matching.v1;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import org.junit.jupiter.api.Test;

class NameFeaturesTest {

    /// Once both were taken for turned round, because neither an unmatched given name nor a missing
    /// family name has a place.
    @Test
    void aGivenNameIsDisplacedWhereANameWithoutFamilyNameStandsForTheFamilyName() {
        Name query = Name.ofParts(NameKind.PRIMARY, "Zuzana", "Okonkwo");
        Name record = Name.ofParts(NameKind.PRIMARY, "Okonkwo Boris", "");

        assertThat(NameFeatures.of(query, record, EntityKind.PERSON).givenDisplaced()).isOne();
        assertThat(NameFeatures.of(record, query, EntityKind.PERSON).givenDisplaced()).isOne();
    }

    @Test
    void namesTurnedRoundAreNotDisplaced() {
        Name query = Name.ofParts(NameKind.PRIMARY, "Zuzana", "Okonkwo");
        Name record = Name.ofParts(NameKind.PRIMARY, "Okonkwo", "Zuzana");

        assertThat(NameFeatures.of(query, record, EntityKind.PERSON).givenDisplaced()).isZero();
    }
}
