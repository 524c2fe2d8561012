package manumit.hub.hits;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be done about a hit, by whom, in which state, and what comes of it: the one table that
/// API, pages and clocks go by.
///
/// An answer may be given late and taken back until the hit is closed: a wrong confirmation has to
/// be taken back at once. What was set aside may be asked about after all.
final class HitTransitions {

    /// Cells hold the state that follows; `.` is not possible.
    private static final String TABLE =
            """
            deed      by     CANDIDATE SET_ASIDE ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    CLOSED
            ASK       ASKER  ASKED     ASKED     .         .         .         .         .         .
            SET_ASIDE ASKER  SET_ASIDE .         .         .         .         .         .         .
            CONFIRM   OWNER  .         .         CONFIRMED .         CONFIRMED CONFIRMED .         .
            REFUTE    OWNER  .         .         REFUTED   REFUTED   .         REFUTED   REFUTED   .
            EXPIRE    HUB    .         .         EXPIRED   .         .         .         .         .
            ACT       ASKER  .         .         .         ACTION    .         .         ACTION    .
            CLOSE     ASKER  .         .         .         .         CLOSED    CLOSED    CLOSED    .
            SEE       OWNER  .         .         .         .         .         .         .         CLOSED
            HAND_OVER ASKER  CANDIDATE .         ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    .
            HAND_OVER OWNER  .         .         ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    .
            MESSAGE   ASKER  .         .         ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    .
            MESSAGE   OWNER  .         .         ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    .
            """;

    /// Of a hidden hit the asking member knows nothing: its owner sets it aside, or deals with it
    /// and says how (R3).
    private static final String HIDDEN =
            """
            deed      by     CANDIDATE SET_ASIDE ASKED     CONFIRMED REFUTED   EXPIRED   ACTION    CLOSED
            SET_ASIDE OWNER  SET_ASIDE .         .         .         .         .         .         .
            CLOSE     OWNER  CLOSED    .         .         .         .         .         .         .
            HAND_OVER OWNER  CANDIDATE .         .         .         .         .         .         .
            """;

    private record Row(Deed deed, Party by, Map<HitState, HitState> targets) {}

    private static final List<Row> OPEN_ROWS = read(TABLE);
    private static final List<Row> HIDDEN_ROWS = read(HIDDEN);

    private HitTransitions() {}

    /// The state that follows; empty if this party may not do this now.
    static Optional<HitState> after(boolean hidden, HitState state, Deed deed, Party by) {
        return rows(hidden).stream()
                .filter(row -> row.deed() == deed && row.by() == by)
                .flatMap(row -> Optional.ofNullable(row.targets().get(state)).stream())
                .findFirst();
    }

    /// Whether this is a party's to do in some state.
    static boolean isOf(boolean hidden, Deed deed, Party by) {
        return rows(hidden).stream().anyMatch(row -> row.deed() == deed && row.by() == by);
    }

    /// What any of these parties may do now.
    static Set<Deed> open(boolean hidden, HitState state, Set<Party> parties) {
        EnumSet<Deed> deeds = EnumSet.noneOf(Deed.class);
        rows(hidden).stream()
                .filter(row -> parties.contains(row.by()) && row.targets().containsKey(state))
                .forEach(row -> deeds.add(row.deed()));
        return deeds;
    }

    private static List<Row> rows(boolean hidden) {
        return hidden ? HIDDEN_ROWS : OPEN_ROWS;
    }

    private static List<Row> read(String table) {
        List<HitState> states = List.of(HitState.values());
        return table.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.strip().split(" +", -1)))
                .map(cells -> {
                    if (cells.size() != states.size() + 2) {
                        throw new IllegalStateException("bad line in the table of hits: " + cells);
                    }
                    EnumMap<HitState, HitState> targets = new EnumMap<>(HitState.class);
                    for (int i = 0; i < states.size(); i++) {
                        String cell = cells.get(i + 2);
                        if (!cell.equals(".")) {
                            targets.put(states.get(i), HitState.valueOf(cell));
                        }
                    }
                    return new Row(
                            Deed.valueOf(cells.get(0)), Party.valueOf(cells.get(1)), targets);
                })
                .toList();
    }
}
