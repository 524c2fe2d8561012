package manumit.hub;

/// Beans of a running hub, for tests that look inside.
public final class HubBeans {

    private HubBeans() {}

    public static <T> T of(Hub hub, Class<T> type) {
        return hub.bean(type);
    }
}
