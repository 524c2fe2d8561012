package manumit.hub.alerts;

import java.util.UUID;
import manumit.matching.Identity;
import org.jspecify.annotations.Nullable;

/// Published as an application event, in the process that takes it up, after the index has it: an
/// alert began to circulate, was corrected, restricted otherwise, or ceased to circulate.
///
/// @param identity as in the index now; null if it no longer circulates
public record AlertChange(UUID alert, @Nullable Identity identity) {}
