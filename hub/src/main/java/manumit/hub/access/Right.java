package manumit.hub.access;

/// What can be allowed. {@link RoleTable} says to whom.
///
/// A right is about the own member's data and what others let it see; the database keeps members
/// apart (row-level security), whatever the right.
public enum Right {
    /// See which members, units and posts take part.
    READ_DIRECTORY,
    /// Admit members, change their names, name a new member's first administrator.
    ADMINISTER_MEMBERS,
    /// Keep the own member's units and posts.
    ADMINISTER_POSTS,
    /// See the own member's users and their roles.
    READ_USERS,
    /// Keep the own member's users, their roles and its machines.
    ADMINISTER_USERS,
    /// Suspend users and machines of the own member at once.
    SUSPEND_USERS,
    /// Suspend a whole member at once, wholly or for one type of record.
    SUSPEND_MEMBERS,
    /// See the suspensions that concern the own member.
    READ_SUSPENSIONS,
    /// Read records that the own member may see.
    READ_RECORDS,
    /// Make and change records of the own member.
    WRITE_RECORDS,
    /// Make and change alerts that protect somebody (R17); see those of the own member.
    PROTECT,
    /// Look at another's alert as the second person, before it circulates (R7).
    REVIEW_ALERTS,
    /// Check travellers and documents.
    CHECK,
    /// See how much is checked at the own member's posts, and where nothing is.
    READ_COVERAGE,
    /// See the hits that the own member asked about or is asked about.
    READ_HITS,
    /// Ask owners; record actions and outcomes; hand over.
    WORK_HITS,
    /// Answer for the own member's alerts.
    ANSWER_HITS,
    /// Say where the own member is told of hits: webhooks, e-mail.
    ADMINISTER_NOTICES,
    /// Read the journal of the own member.
    READ_JOURNAL,
    /// Answer data subjects.
    SUBJECT_REPORTS,
    /// See the table of roles and rights.
    READ_ROLES,
    /// See how the hub itself is.
    READ_HEALTH
}
