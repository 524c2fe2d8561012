/// PostgreSQL: embedded or a server, migrations, and transactions in the name of somebody.
@org.jspecify.annotations.NullMarked
package manumit.hub.database;
