package manumit.hub.members;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.members.Units.Unit;
import manumit.hub.members.Units.UnitDraft;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Units of members, such as an operational coordination unit: seen by all, kept by their own.
@RestController
@RequestMapping(UnitsApi.PATH)
class UnitsApi {

    static final String PATH = "/api/v1/units";

    private final Units units;

    UnitsApi(Units units) {
        this.units = units;
    }

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Unit> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return units.list(Page.after(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Unit> get(@PathVariable UUID id) {
        Unit unit = units.get(id);
        return Versions.answer(unit, unit.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Unit> make(@Valid @RequestBody UnitDraft body) {
        Unit unit = units.make(body);
        return Versions.created(PATH, unit.id(), unit);
    }

    /// Another member's unit is answered as if there were none to change.
    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Unit> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody UnitDraft body) {
        Unit unit = units.change(id, Versions.expected(ifMatch), body);
        return Versions.answer(unit, unit.version());
    }
}
