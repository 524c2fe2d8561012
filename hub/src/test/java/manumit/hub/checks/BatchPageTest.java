package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file of travellers, by its page.
class BatchPageTest {

    private static final String PATH = "/check/batch";
    private static final int MOST_LOOKS = 200;

    private final TestMember owner = TestHub.admit();
    private final Person officer = TestHub.admit().user(Role.BORDER_OFFICER);

    @BeforeEach
    void goOnDuty() {
        officer.get("/duty").expect(200);
        officer.postForm("/duty", Map.of("purpose", "border-check", "operation", "", "post", ""))
                .expect(302);
        officer.get(PATH).expect(200);
    }

    @Test
    void eachTravellerOfAFileIsCheckedAndTheResultsAreTakenHome() throws InterruptedException {
        TestAlerts.circulate(
                owner,
                "WANTED",
                Travellers.described("Brunhilda Oquendo", "1961-05-04", "Q7654321"));
        officer.postFile(
                        PATH,
                        """
                        name,birth_date
                        Brunhilda Oquendo,1961-05-04
                        Nemo Nirgendwo,1970-01-01
                        ,
                        """)
                .expect(302);
        String results = finished();
        assertThat(results).contains(owner.code());
        assertThat(officer.get(PATH).expect(200).body())
                .contains("2 checked, 1 with candidates, 1 not understood");
    }

    @Test
    void fileThatIsNoneOfTravellersIsSaidSo() throws InterruptedException {
        officer.postFile(PATH, "colour,weight\nred,12\n").expect(302);
        for (int i = 0; i < MOST_LOOKS && !page().contains("no file of travellers"); i++) {
            Thread.sleep(50);
        }
        assertThat(page()).contains("no file of travellers");
    }

    /// The page says 1 MB.
    @Test
    void fileOverAMegabyteIsRefusedUnreadAndThePageSaysTheLimit() {
        assertThat(page()).contains("at most 1 MB");
        officer.with("Accept", "text/html");
        Answer refused = officer.postFile(PATH, "name\n" + "Nemo Nirgendwo\n".repeat(80_000));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("<h1", "at most 1 MB");
        assertThat(page()).contains("No file yet");
    }

    private String page() {
        return officer.get(PATH).expect(200).body();
    }

    private String finished() throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS && !page().contains("Finished"); i++) {
            Thread.sleep(50);
        }
        String page = page();
        assertThat(page).contains("Finished");
        String link = page.replaceAll("(?s).*href=\"(/check/batch/[^\"]*/results)\".*", "$1");
        return officer.get(link).expect(200).body();
    }
}
