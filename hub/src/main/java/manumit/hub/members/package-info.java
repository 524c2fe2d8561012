/// Members, their units, posts and users, and suspensions.
@org.jspecify.annotations.NullMarked
package manumit.hub.members;
