package manumit.journal;

/// The end of a journal that was found whole.
///
/// @param head end of the chain
/// @param checkpointedSequence number of the last entry under a checkpoint; 0 if there is none
record VerifiedTail(ChainHead head, long checkpointedSequence) {}
