package dev.ascertain.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of the house. Each is a function of the root package, so that a test can put a house with a broken wall
 * beside the real one and see the rule fail.
 */
final class Walls {
    private Walls() {}

    static ArchRule spiKnowsOnlyTheJdk(String root) {
        return classes()
                .that(resideInAPackage(root + ".spi.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root + ".spi..", "java..", "org.jspecify.annotations.."));
    }

    static ArchRule providersKnowNeitherEngineNorCommandLine(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".providers.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".core..", root + ".cli.."));
    }

    static ArchRule providersDoNotKnowEachOther(String root) {
        return slices().matching(root + ".providers.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(root + ".providers.http.."));
    }

    static ArchRule coreKnowsNoProviderNoHttpNoCommandLine(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".core.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(root + ".providers..", root + ".cli..", "feign..", "picocli.."));
    }

    static ArchRule judgementKnowsOnlyWhatWasSeen(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".core.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".evidence.dns..",
                        root + ".evidence.reach..",
                        root + ".evidence.web..",
                        root + ".evidence.tls..",
                        "org.xbill.."));
    }

    static ArchRule commandLineKnowsNoProvider(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".cli.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".providers..", "feign.."));
    }

    static ArchRule planningCannotTrigger(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".core.."))
                .and(not(resideInAPackage(root + ".core.apply..")))
                .should()
                .callMethod(Provider.class, "trigger", Target.class, Trigger.class);
    }

    static ArchRule planningDoesNotKnowApply(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".core.."))
                .and(not(resideInAPackage(root + ".core.apply..")))
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".core.apply.."));
    }

    static List<ArchRule> onlyTheCommandLineTouchesTheProcess(String root) {
        var elsewhere = resideInAPackage(root + "..").and(not(resideInAPackage(root + ".cli..")));
        return List.of(
                noClasses().that(elsewhere).should().accessField(System.class, "out"),
                noClasses().that(elsewhere).should().accessField(System.class, "err"),
                noClasses().that(elsewhere).should().accessField(System.class, "in"),
                noClasses().that(elsewhere).should().callMethod(System.class, "exit", int.class),
                noClasses().that(elsewhere).should().callMethod(System.class, "getenv"),
                noClasses().that(elsewhere).should().callMethod(System.class, "getenv", String.class),
                noClasses().that(elsewhere).should().callMethod(System.class, "console"),
                noClasses()
                        .that(elsewhere)
                        .should()
                        .callMethodWhere(
                                target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class))))));
    }

    static ArchRule timeIsAClock(String root) {
        return noClasses()
                .that(resideInAnyPackage(
                        root + ".core..", root + ".evidence..", root + ".providers..", root + ".spi.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class);
    }

    static ArchRule noPackageCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule namesSayWhatThingsAre(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .orShould()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)");
    }

    static ArchRule everyPackageIsNullMarked(String root) {
        return classes().that(resideInAPackage(root + "..")).should(new BeInANullMarkedPackage());
    }

    private static final class BeInANullMarkedPackage extends ArchCondition<JavaClass> {
        BeInANullMarkedPackage() {
            super("be in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
        }
    }
}
