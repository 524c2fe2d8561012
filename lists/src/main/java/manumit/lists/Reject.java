package manumit.lists;

/// Something in an input that could not be read. The rest of the input was.
///
/// @param file name of the file
/// @param line line in the file, from 1; 0 where the format has no lines
/// @param code stable code, for example `birth-date-unreadable`; see {@link RejectCode}
/// @param reason what is wrong, where, and what is accepted; never personal data
public record Reject(String file, long line, String code, String reason) {}
