/// One PostgreSQL and one hub for all tests; a browser without a window; people to sign in.
@org.jspecify.annotations.NullMarked
package manumit.hub.testing;
