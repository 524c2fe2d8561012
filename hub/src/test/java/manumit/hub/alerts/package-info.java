/// Alerts, tested on a real database.
@org.jspecify.annotations.NullMarked
package manumit.hub.alerts;
