package manumit.hub.database;

import java.nio.file.Path;

/// Where the hub keeps what it can make again from the database, such as files of the index. Holds
/// personal data, readable by its user alone.
///
/// @param path made on first use
public record IndexFolder(Path path) {}
