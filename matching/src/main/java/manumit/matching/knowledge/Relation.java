package manumit.matching.knowledge;

/// How two spellings of a name part belong together, the closest first.
public enum Relation {
    /// The same name in another spelling of one tradition (Muhammad, Mohamed).
    SPELLING,
    /// The same Chinese, Korean or Vietnamese syllable in another romanisation (Zhang, Chang,
    /// Cheung). One syllable stands for many characters, so this says less than {@link #SPELLING}.
    ROMANISATION,
    /// The same name in another language (Yusuf, Joseph, Giuseppe).
    TRANSLATION,
    /// A short or pet form (Bill, William).
    NICKNAME,
    /// Nothing known.
    NONE
}
