package manumit.benchmarks.crowd;

import java.util.List;

/// A part of a name, for one sex.
///
/// @param letters what other spellings are made from: lower case, `·` between the syllables of
///   Chinese and Korean parts, scholars' letters where they stand for Arabic
/// @param common the commonest spelling, in Latin letters
/// @param original original script; empty where the culture writes Latin
/// @param others known other spellings; empty for parts that are made up
record CrowdPart(String letters, String common, String original, List<String> others) {}
