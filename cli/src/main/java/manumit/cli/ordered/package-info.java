/// Work on all cores, with answers in the order of the questions.
@NullMarked
package manumit.cli.ordered;

import org.jspecify.annotations.NullMarked;
