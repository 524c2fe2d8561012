/// Tools for tests: golden files, seeded sources, text tables. Knows no other module.
@NullMarked
package manumit.testkit;

import org.jspecify.annotations.NullMarked;
