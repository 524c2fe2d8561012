package manumit.journal;

/// A key is a member's own: two members may use the same one without meeting.
record IdempotencyKey(String member, String key) {

    boolean isNone() {
        return key.isEmpty();
    }
}
