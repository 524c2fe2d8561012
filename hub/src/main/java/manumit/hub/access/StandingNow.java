package manumit.hub.access;

/// Whether somebody may still do what was begun: for what lasts longer than a request should.
public interface StandingNow {

    /// False after a suspension, also of one more type of record, or the loss of the right.
    boolean mayStill(Acting acting, Right right);
}
