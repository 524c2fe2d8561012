package manumit.travel;

/// A service request that is kept, such as `UMNR` (a child that travels alone) or `INFT`.
///
/// @param code four letters
/// @param status for example `HK`; or empty
/// @param travellerReference for whom; empty if for all
/// @param leg number of the leg in the booking, from 1; 0 for all legs
public record Service(String code, String status, String travellerReference, int leg) {}
