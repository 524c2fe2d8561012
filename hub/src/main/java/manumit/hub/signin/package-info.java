/// Signing in: passwords, one-time codes, enrolment, sessions, machines.
@org.jspecify.annotations.NullMarked
package manumit.hub.signin;
