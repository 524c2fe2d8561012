/// The machine-readable zone (MRZ) of travel documents, ICAO Doc 9303 parts 3 to 7: read, checked,
/// repaired where the check digits allow it, and written.
///
/// {@link manumit.travel.mrz.MrzReader} reads in four steps: the text is cut into the lines of a
/// format, misread characters are repaired, check digits are verified, fields are read. {@link
/// manumit.travel.mrz.MrzWriter} goes the other way. `docs/mrz.md` explains codes and limits.
@NullMarked
package manumit.travel.mrz;

import org.jspecify.annotations.NullMarked;
