/// What every owned record has in common: owner, codes, restriction.
@org.jspecify.annotations.NullMarked
package manumit.hub.ownership;
