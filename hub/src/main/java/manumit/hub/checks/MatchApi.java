package manumit.hub.checks;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.identity.Description;
import manumit.hub.identity.EvidenceView.Reason;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.ProblemException;
import manumit.hub.web.ProblemException.Code;
import manumit.hub.web.Versions;
import manumit.journal.ActKind;
import manumit.matching.Field;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The part of the match API of OpenSanctions (yente) that clients of it use, on the same way as
/// any check: same rights, same record, same journal. Each query is a check of its own.
@RestController
class MatchApi {

    private static final int MOST_QUERIES = 100;
    private static final String EVERYTHING = "default";

    private final Checks checks;
    private final MemberNames members;
    private final Validator validator;

    MatchApi(Checks checks, MemberNames members, Validator validator) {
        this.checks = checks;
        this.members = members;
        this.validator = validator;
    }

    /// @param queries by names of the client's own
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record MatchQuestion(
            @NotNull @Size(min = 1, max = MOST_QUERIES)
                    Map<String, @Valid @NotNull FtmEntity> queries) {

        @Override
        public String toString() {
            return "MatchQuestion";
        }
    }

    record MatchAnswer(Map<String, MatchResponse> responses, int limit) {}

    /// @param status 200, or 400 with the problem
    record MatchResponse(
            int status, List<MatchResult> results, Total total, FtmEntity query, String detail) {}

    record Total(int value, String relation) {}

    /// @param id of the alert
    /// @param caption name of the record
    /// @param datasets code of its owner
    /// @param score ranks; decides nothing
    /// @param match at least the threshold
    /// @param features weight of each reason in bits
    record MatchResult(
            String id,
            String caption,
            String schema,
            List<String> datasets,
            Map<String, List<String>> properties,
            double score,
            boolean match,
            Map<String, Double> features) {

        @Override
        public String toString() {
            return "MatchResult[" + id + "]";
        }
    }

    /// @param dataset `default`, or a member's code to hear of its alerts only
    /// @param threshold score from which a result is called a match
    @PostMapping("/match/{dataset}")
    @Journaled(kind = ActKind.CHECK, action = CheckActs.CHECK, purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    MatchAnswer match(
            @PathVariable String dataset,
            @RequestParam(defaultValue = "5") int limit,
            @RequestParam(defaultValue = "0.7") double threshold,
            @RequestBody MatchQuestion question) {
        requireValid(question);
        String owner = owner(dataset);
        int most = Math.clamp(limit, 1, CheckSearch.MOST_CANDIDATES);
        Asker asker = Asker.ofRequest();
        Map<String, CompletableFuture<CheckAnswer>> asked = new LinkedHashMap<>();
        question.queries().forEach((name, entity) -> asked.put(name, begin(asker, entity)));
        Map<String, MatchResponse> responses = new LinkedHashMap<>();
        asked.forEach((name, answer) ->
                responses.put(
                        name,
                        response(
                                java.util.Objects.requireNonNull(question.queries().get(name)),
                                answer,
                                owner,
                                most,
                                threshold)));
        ActUnderWay.tell(ActUnderWay::isWrittenElsewhere);
        return new MatchAnswer(responses, most);
    }

    private CompletableFuture<CheckAnswer> begin(Asker asker, FtmEntity entity) {
        try {
            Description description = entity.description();
            Set<ConstraintViolation<Description>> wrong = validator.validate(description);
            if (!wrong.isEmpty()) {
                ConstraintViolation<Description> first = wrong.iterator().next();
                throw invalid(first.getPropertyPath() + ": " + first.getMessage());
            }
            return checks.begin(asker, CheckQuestion.about(null, description), null);
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static MatchResponse response(
            FtmEntity query,
            CompletableFuture<CheckAnswer> asked,
            String owner,
            int most,
            double threshold) {
        try {
            List<MatchResult> results =
                    Checks.await(asked).candidates().stream()
                            .filter(one -> owner.isEmpty() || one.ownerCode().equals(owner))
                            .map(one -> result(one, query, threshold))
                            .toList();
            return new MatchResponse(
                    200,
                    results.stream().limit(most).toList(),
                    new Total(results.size(), "eq"),
                    query,
                    "");
        } catch (ProblemException e) {
            if (e.code() != Code.INVALID_FIELD) {
                throw e;
            }
            return new MatchResponse(
                    e.code().status().value(),
                    List.of(),
                    new Total(0, "eq"),
                    query,
                    String.valueOf(e.getBody().getDetail()));
        }
    }

    private static MatchResult result(CandidateView one, FtmEntity query, double threshold) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (Reason reason : one.evidence().reasons()) {
            if (reason.field() != Field.PRIOR) {
                features.merge(reason.field().code(), reason.bits(), Double::sum);
            }
        }
        Map<String, List<String>> properties = new LinkedHashMap<>();
        properties.put("name", List.of(one.recordName()));
        if (!one.instructions().isEmpty()) {
            properties.put("notes", List.of(one.instructions()));
        }
        return new MatchResult(
                one.alert().toString(),
                one.recordName(),
                query.schema(),
                List.of(one.ownerCode().toLowerCase(Locale.ROOT)),
                properties,
                one.evidence().score(),
                one.evidence().score() >= threshold,
                features);
    }

    /// @return code of a member; empty for all
    private String owner(String dataset) {
        if (dataset.equals(EVERYTHING)) {
            return "";
        }
        String code = dataset.toUpperCase(Locale.ROOT);
        if (!UnderstoodTraveller.isText(code) || members.of(List.of(code)).isEmpty()) {
            throw Versions.notFound();
        }
        return code;
    }

    private void requireValid(MatchQuestion question) {
        List<String> wrong = new ArrayList<>();
        validator
                .validate(question)
                .forEach(one -> wrong.add(one.getPropertyPath() + ": " + one.getMessage()));
        boolean hasNull =
                question.queries() != null
                        && question.queries().values().stream()
                                .anyMatch(one ->
                                        one == null
                                                || one.properties().values().stream()
                                                        .anyMatch(java.util.Objects::isNull));
        if (!wrong.isEmpty() || hasNull) {
            throw invalid(
                    wrong.isEmpty() ? "queries: properties hold lists of texts" : wrong.getFirst());
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Code.INVALID_FIELD, detail);
    }
}
