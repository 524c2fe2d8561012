package manumit.hub.access;

/// What a user is in the operation. A user may have several roles; rights add up.
public enum Role {
    MEMBER_ADMINISTRATOR,
    DUTY_OFFICER,
    BORDER_OFFICER,
    ANALYST,
    VICTIM_SPECIALIST,
    DATA_PROTECTION_OFFICER,
    AUDITOR,
    /// Of the general secretariat: admits and suspends members. Sees no member's records.
    COORDINATOR,
    PRESS_OFFICER
}
