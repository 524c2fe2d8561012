package manumit.hub.alerts;

import manumit.hub.testing.TestHub;

/// The index of alerts in the tests' hub.
public final class IndexOfTestHub {

    private IndexOfTestHub() {}

    /// Has it take up all changes that were committed before.
    public static void catchUp() {
        TestHub.bean(DefaultCirculatedAlerts.class).catchUp();
    }
}
