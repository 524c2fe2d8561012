@org.jspecify.annotations.NullMarked
package manumit.hub.members;
