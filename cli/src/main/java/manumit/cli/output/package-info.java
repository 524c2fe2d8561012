/// How results and rejects leave a command: streams, numbers, JSON, rejects files, text that is
/// safe on a terminal.
@NullMarked
package manumit.cli.output;

import org.jspecify.annotations.NullMarked;
