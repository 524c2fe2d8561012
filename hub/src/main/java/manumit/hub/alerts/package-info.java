/// Alerts: made by an owner, looked at by a second person, circulated, corrected, withdrawn; and
/// the index of what circulates, that checks are asked of.
@org.jspecify.annotations.NullMarked
package manumit.hub.alerts;
