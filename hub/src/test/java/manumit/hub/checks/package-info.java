@org.jspecify.annotations.NullMarked
package manumit.hub.checks;
