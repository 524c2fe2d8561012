/// Who may do what: roles, rights and the one table that joins them. Knows no framework.
@org.jspecify.annotations.NullMarked
package manumit.hub.access;
