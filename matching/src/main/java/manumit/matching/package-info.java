/// The public face of matching: what is known about somebody ({@link
/// manumit.matching.Particulars}), the comparison of two such descriptions ({@link
/// manumit.matching.Matcher}) and the search of a list for candidates ({@link
/// manumit.matching.Watchlist}).
@NullMarked
package manumit.matching;

import org.jspecify.annotations.NullMarked;
