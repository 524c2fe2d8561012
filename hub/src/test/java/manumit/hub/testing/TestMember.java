package manumit.hub.testing;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import manumit.hub.access.Role;

/// A member made for one test.
///
/// @param code its three letters
/// @param administrator its first administrator, signed in
public record TestMember(UUID id, String code, Person administrator) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static TestMember admit(Person coordinator) {
        int number = NUMBER.getAndIncrement();
        String code = "X" + (char) ('H' + number / 26) + (char) ('A' + number % 26);
        Answer made =
                coordinator
                        .post(
                                "/api/v1/members",
                                "{\"code\":\""
                                        + code
                                        + "\",\"kind\":\"INTERNATIONAL_BODY\",\"name\":\"Body "
                                        + code
                                        + "\"}")
                        .expect(201);
        UUID id = UUID.fromString(made.text("id"));
        Answer invited =
                coordinator
                        .post(
                                "/api/v1/users/first-administrators",
                                "{\"member\":\""
                                        + id
                                        + "\",\"signInName\":\"first@"
                                        + code.toLowerCase(java.util.Locale.ROOT)
                                        + "\",\"displayName\":\"First of "
                                        + code
                                        + "\"}")
                        .expect(201);
        return new TestMember(
                id, code, Person.enrol(TestHub.address(), invited.text("enrolmentPath")));
    }

    /// A user of this member, enrolled and signed in.
    public Person user(Role... roles) {
        return invite(administrator, Set.of(roles));
    }

    /// Path of the page on which a new user of this member enrols.
    public String invitation(Set<Role> roles) {
        return invitation(administrator, roles);
    }

    static Person invite(Person administrator, Set<Role> roles) {
        return Person.enrol(TestHub.address(), invitation(administrator, roles));
    }

    static String invitation(Person administrator, Set<Role> roles) {
        String list =
                roles.stream()
                        .map(role -> "\"" + role + "\"")
                        .sorted()
                        .collect(Collectors.joining(","));
        Answer invited =
                administrator
                        .post(
                                "/api/v1/users",
                                "{\"signInName\":\"u"
                                        + UUID.randomUUID()
                                        + "\",\"displayName\":\"Somebody\",\"roles\":["
                                        + list
                                        + "]}")
                        .expect(201);
        return invited.text("enrolmentPath");
    }
}
