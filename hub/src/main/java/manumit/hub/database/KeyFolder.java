package manumit.hub.database;

import java.nio.file.Path;

/// Where the hub keeps its own keys, readable by its user alone.
///
/// @param path made on first use
public record KeyFolder(Path path) {}
