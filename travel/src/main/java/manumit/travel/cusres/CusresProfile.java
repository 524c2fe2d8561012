package manumit.travel.cusres;

/// What codes a state answers with; they differ from state to state.
///
/// @param okToBoard code for "may board", mostly `0Z`
/// @param notToBoard code for "may not board", mostly `1Z`
/// @param error code for "could not be processed", for example `118`
public record CusresProfile(String okToBoard, String notToBoard, String error) {

    public static final CusresProfile DEFAULT = new CusresProfile("0Z", "1Z", "118");

    public CusresProfile {
        requireCode("okToBoard", okToBoard);
        requireCode("notToBoard", notToBoard);
        requireCode("error", error);
    }

    private static void requireCode(String name, String code) {
        if (!code.matches("[A-Z0-9]{1,8}")) {
            throw new IllegalArgumentException(
                    name + ": " + code + ", but 1 to 8 letters and digits are needed");
        }
    }
}
