package manumit.hub.alerts;

import manumit.hub.identity.Description;

/// What an alert tells to whoever finds it: who or what, and what to do.
///
/// @param instructions in the owner's words
record AlertContent(Description description, String instructions) {

    @Override
    public String toString() {
        return "AlertContent";
    }
}
