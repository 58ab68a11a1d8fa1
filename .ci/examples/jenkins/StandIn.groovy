// Plays Jenkins, as far as the Jenkinsfile of examples/ci needs it: StandIn.groovy JENKINSFILE SETTINGS
//
// SETTINGS is JSON: branch, timer, approve, repository, credentials, globals, kept (the folder with what the last build
// archived), and folder. Every stage gets an empty workspace, which is more than an agent promises and less than it often
// has. What happened goes to standard output, one line each; the exit code is that of the build: 0, 1, or 2 for unstable.
// A name that is not known here is an error, so what Jenkins would not understand is found, if it is not a plug-in's.
import groovy.json.JsonSlurper
import org.codehaus.groovy.control.CompilerConfiguration

abstract class Pipeline extends Script {
    static Map settings
    static Map env = [:]
    static Map<String, File> stashes = [:]
    static String result = 'SUCCESS'
    static File workspace
    static Map secrets = [:]

    // The outline. What only steers the real thing is taken and left alone.
    void pipeline(Closure body) { body() }
    void stages(Closure body) { body() }
    void agent(String where) { assert where == 'none' }
    String getNone() { 'none' }
    Map getEnv() { env }
    void options(Closure body) { body() }
    void disableConcurrentBuilds() { }
    void buildDiscarder(Object strategy) { assert strategy }
    Map logRotator(Map limits) { limits }
    void timeout(Map limit) { assert limit.time > 0 && limit.unit in ['MINUTES', 'HOURS'] }
    void triggers(Closure body) { body() }
    void cron(String when) { println "trigger: '$when'" }

    void stage(String name, Closure body) {
        def parts = new Parts()
        inside(body, parts)
        if (result == 'FAILURE' || parts.when && !holds(parts.when)) {
            println "stage $name: skipped"
            return
        }
        if (parts.input) {
            inside(parts.input, new Asking())
            if (!settings.approve) {
                println "stage $name: aborted"
                result = 'FAILURE'
                return
            }
        }
        assert parts.label, "stage $name has no agent"
        workspace = new File(settings.folder as String, name)
        copy(new File(settings.repository as String), workspace)
        try {
            (parts.steps)()
        } catch (StepFailed failed) {
            println "failed: $failed.message"
            result = 'FAILURE'
        } finally {
            parts.post.each { post -> inside(post, new After()) }
            println "stage $name: $result"
        }
    }

    // Steps.
    void script(Closure body) { body() }
    void error(String message) { throw new StepFailed(message) }
    void unstable(String message) {
        println "unstable: $message"
        result = 'UNSTABLE'
    }
    Map string(Map binding) { binding }
    void withCredentials(List<Map> bindings, Closure body) {
        secrets = bindings.collectEntries { [it.variable, settings.credentials[it.credentialsId]] }
        assert secrets.values().every(), "an unknown credential: $bindings"
        try {
            body()
        } finally {
            secrets = [:]
        }
    }
    void sh(String script) { sh(script: script) }
    Object sh(Map step) {
        def builder = new ProcessBuilder('sh', '-xe', '-c', step.script as String).directory(workspace)
        builder.environment().clear()
        builder.environment().putAll((settings.globals + secrets) as Map<String, String>)
        def printed = File.createTempFile('printed', '', new File(settings.folder as String))
        builder.redirectError(printed)
        if (!step.returnStdout) builder.redirectOutput(ProcessBuilder.Redirect.appendTo(printed))
        def process = builder.start()
        def output = process.inputStream.text
        int code = process.waitFor()
        print printed.text
        printed.delete()
        if (step.returnStatus) return code
        if (code != 0) throw new StepFailed("script returned exit code $code")
        output
    }
    void stash(Map what) { stashes[what.name as String] = keep(what.includes as String, 'stash') }
    void unstash(String name) { copy(stashes[name], workspace) }
    void junit(Map what) {
        assert what.allowEmptyResults && what.skipMarkingBuildUnstable
        def file = new File(workspace, what.testResults as String)
        if (file.exists()) println "junit: ${new groovy.xml.XmlSlurper().parse(file).testsuite.testcase.size()} cases"
    }
    void archiveArtifacts(Map what) { copy(keep(what.artifacts as String, 'archive'), new File(settings.kept as String)) }
    Object lastCompleted() { 'lastCompleted' }
    void copyArtifacts(Map what) {
        assert what.projectName == env.JOB_NAME && what.selector == lastCompleted() && what.optional
        def file = new File(settings.kept as String, what.filter as String)
        if (file.exists()) new File(workspace, file.name).bytes = file.bytes
    }

    private File keep(String names, String kind) {
        def folder = new File(settings.folder as String, "$kind-${System.nanoTime()}")
        folder.mkdirs()
        names.split(/, */).collect { new File(workspace, it) }.findAll { it.exists() }.each { new File(folder, it.name).bytes = it.bytes }
        folder
    }

    private static void copy(File from, File to) {
        to.mkdirs()
        assert ['cp', '-r', '--', "$from/.", to.path].execute().waitFor() == 0
    }

    private static boolean holds(List<Closure> conditions) {
        conditions.every { inside(it, new Conditions()).met }
    }

    /** Runs a block whose words are the methods of `words`, before those of the script. */
    static <T> T inside(Closure body, T words) {
        body.delegate = words
        body.resolveStrategy = Closure.DELEGATE_FIRST
        body()
        words
    }
}

class StepFailed extends RuntimeException {
    StepFailed(String message) { super(message) }
}

class Parts {
    List<Closure> when = []
    List<Closure> post = []
    Closure input, steps
    String label
    void when(Closure body) { when << body }
    void agent(Closure body) { label = Pipeline.inside(body, new Where()).name }
    void options(Closure body) { }
    void input(Closure body) { input = body }
    void steps(Closure body) { steps = body }
    void post(Closure body) { post << body }
}

class Where {
    String name
    void label(String wanted) { name = wanted }
}

class Asking {
    void message(String text) { println "input: $text" }
    void ok(String text) { assert text }
}

class Conditions {
    boolean met = true
    void beforeAgent(boolean yes) { assert yes }
    void beforeInput(boolean yes) { assert yes }
    void branch(String name) { met &= Pipeline.settings.branch == name }
    void triggeredBy(String cause) {
        assert cause == 'TimerTrigger'
        met &= Pipeline.settings.timer
    }
    void environment(Map wanted) { met &= Pipeline.env[wanted.name] == wanted.value }
    void not(Closure body) { met &= !Pipeline.inside(body, new Conditions()).met }
}

class After {
    void always(Closure body) { body() }
}

Pipeline.settings = new JsonSlurper().parse(new File(args[1])) as Map
Pipeline.env.putAll([BRANCH_NAME: Pipeline.settings.branch, JOB_NAME: 'verification/main'])
new GroovyShell(getClass().classLoader, new Binding(), new CompilerConfiguration(scriptBaseClass: 'Pipeline')).evaluate(new File(args[0]))
System.exit([SUCCESS: 0, FAILURE: 1, UNSTABLE: 2][Pipeline.result])
