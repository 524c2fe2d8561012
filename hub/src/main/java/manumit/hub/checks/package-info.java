/// Checks: a traveller or document held against all that circulates; answered when the entry in the
/// journal is durable.
@org.jspecify.annotations.NullMarked
package manumit.hub.checks;
