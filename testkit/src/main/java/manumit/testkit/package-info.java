/// Tools for tests: golden files ({@link manumit.testkit.Golden}), repeatable randomness ({@link
/// manumit.testkit.Seeds}), readable tables of cases ({@link manumit.testkit.TextTable}), data that
/// may be absent ({@link manumit.testkit.SharedData}). Knows no other module.
@NullMarked
package manumit.testkit;

import org.jspecify.annotations.NullMarked;
