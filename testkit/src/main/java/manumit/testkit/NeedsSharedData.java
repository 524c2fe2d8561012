package manumit.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Skips a test, with a notice, where the named files of {@link SharedData} are absent.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSharedData.Condition.class)
public @interface NeedsSharedData {

    /// Paths inside the folder, for example `lists/UN_consolidated.xml`.
    String[] value();

    /// Looks for the files.
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsSharedData.class)
                    .map(NeedsSharedData::value)
                    .map(Condition::evaluate)
                    .orElse(ConditionEvaluationResult.enabled("needs no shared data"));
        }

        private static ConditionEvaluationResult evaluate(String[] files) {
            for (String file : files) {
                if (SharedData.find(file).isEmpty()) {
                    return ConditionEvaluationResult.disabled(
                            "../shared/data/" + file + " is not on this machine");
                }
            }
            return ConditionEvaluationResult.enabled("shared data present");
        }
    }
}
