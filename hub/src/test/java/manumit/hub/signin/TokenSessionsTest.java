package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.Test;

/// Machines come thousands of times a second: they must leave nothing behind.
class TokenSessionsTest {

    @Test
    void requestWithATokenLeavesNoSession() throws Exception {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"Gate\",\"roles\":[\"BORDER_OFFICER\"]}")
                        .expect(201);
        String token =
                MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"))
                        .text("access_token");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(TestHub.address() + "/api/v1/posts"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void personStaysSignedIn() {
        Person officer = TestHub.admit().user(Role.DUTY_OFFICER);
        officer.get("/posts").expect(200);
        officer.get("/posts").expect(200);
    }
}
