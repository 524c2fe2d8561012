/// `manumit demo`: invented travellers against an invented list.
@NullMarked
package manumit.cli.demo;

import org.jspecify.annotations.NullMarked;
