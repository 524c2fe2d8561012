package manumit.travel.intake;

import java.util.regex.Pattern;

/// Mail addresses in character sets that have no `@`.
public final class Mail {

    private static final Pattern AT = Pattern.compile(" ?\\.AT\\. ?| AT |//");

    private Mail() {}

    /// The address with `@` for `//`, `.AT.` or ` AT `, `_` for `..`, `-` for `./`.
    public static String address(String written) {
        if (written.indexOf('@') >= 0) {
            return written.strip();
        }
        String address = AT.matcher(written).replaceFirst("@");
        return address.replace("..", "_").replace("./", "-").strip();
    }
}
