// The Jenkinsfile, run by real Groovy with a stand-in for Jenkins' own words; its shell is really run.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, canary, folder, make, pretender, repository, run, sandbox, secrets, writeToken } from './stage.mjs';

const here = import.meta.dirname;
const java = join(process.env.JAVA_HOME ?? '/usr', 'bin/java');
const groovy = readdirSync(join(here, 'node_modules')).filter((name) => /^groovy-.*\.jar$/.test(name));
const classes = groovy.map((name) => join(here, 'node_modules', name)).join(':');

/** A controller with one project. What its builds printed is in `outputs`, what they archived in `kept`, by branch. */
function jenkins(t, machine, { path, sha256 } = archive) {
  const base = folder(t, 'jenkins');
  const project = repository(t, { 'jenkins/Jenkinsfile': 'Jenkinsfile' });
  const outputs = [];
  const kept = (branch) => make(join(base, 'kept', branch));

  async function build(settings) {
    const place = make(join(base, `build-${outputs.length}`));
    const file = join(place, 'settings.json');
    writeFileSync(file, JSON.stringify({
      timer: false, approve: true, ...settings, repository: project, folder: place, kept: kept(settings.branch),
      globals: { ...machine, HW_REGION_NAME: 'cn-north-4', ASCERTAIN_ARCHIVE: `file://${path}`, ASCERTAIN_SHA256: sha256 },
      credentials: {
        'cloudflare-read': secrets.CLOUDFLARE_API_TOKEN, 'cloudflare-write': writeToken,
        'huaweicloud-ak': secrets.HUAWEICLOUD_SDK_AK, 'huaweicloud-sk': secrets.HUAWEICLOUD_SDK_SK,
      },
    }));
    const result = await run(java, ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classes, 'groovy.ui.GroovyMain',
      join(here, 'jenkins/StandIn.groovy'), join(project, 'Jenkinsfile'), file], { cwd: place, env: process.env });
    outputs.push(result.output);
    return result;
  }
  return { build, outputs, kept };
}

test('a branch, from a red gate to an applied plan', async (t) => {
  const world = await sandbox(t);
  const { build, outputs, kept } = jenkins(t, world.machine);

  await t.test('red', async () => {
    const { code, output } = await build({ branch: 'change' });
    assert.equal(code, 1, output);
    assert.match(output, /^trigger: ''$/m);
    assert.match(output, /^Exit 2: 1 verification is blocked \(--fail-on\)\.$/m);
    assert.match(output, /^junit: 3 cases\nstage Review: FAILURE\nstage Plan: skipped\nstage Apply: skipped\nstage Gate: skipped$/m);
  });

  await t.test('the gate is red too, and remembers', async () => {
    const { code, output } = await build({ branch: 'main', timer: true });
    assert.equal(code, 1, output);
    assert.match(output, /^trigger: 'H 5 \* \* \*'$/m);
    assert.match(output, /^stage Gate: FAILURE$/m);
    assert.match((await build({ branch: 'main', timer: true })).output, /^Compared with last\.json: .*still/m);
  });

  await t.test('the record is published: green', async () => {
    await world.publish();
    const { code, output } = await build({ branch: 'change' });
    assert.equal(code, 0, output);
    assert.match(output, /^stage Review: SUCCESS$/m);
  });

  await t.test('nobody approves: nothing is asked for', async () => {
    const { output } = await build({ branch: 'main', approve: false });
    assert.match(output, /^input: Apply the plan that this build has archived\?\nstage Apply: aborted$/m);
    assert.deepEqual(world.checks(), []);
  });

  await t.test('after the merge the saved plan is applied', async () => {
    const { code, output } = await build({ branch: 'main' });
    assert.equal(code, 0, output);
    assert.match(output, /^Apply: 3 met\.$/m);
    assert.match(output, /^stage Apply: SUCCESS$/m);
    assert.equal(world.checks().length, 2);
  });

  await t.test('nothing left to do: nobody is asked, and the gate is green', async () => {
    assert.match((await build({ branch: 'main' })).output, /^stage Apply: skipped$/m);
    const { code, output } = await build({ branch: 'main', timer: true });
    assert.equal(code, 0, output);
  });

  await t.test('no secret is in a log or an archived file', () => {
    assert.doesNotMatch(outputs.join('\n'), canary);
    for (const branch of ['main', 'change']) {
      for (const name of readdirSync(kept(branch))) assert.doesNotMatch(readFileSync(join(kept(branch), name), 'utf8'), canary);
    }
  });
});

test('what an exit code of apply becomes', async (t) => {
  const machine = { PATH: process.env.PATH };
  for (const [code, result, words] of [
    [3, 2, 'unstable: Asked for, and still under way; the gate will tell.\nstage Apply: UNSTABLE'],
    [4, 1, 'failed: ascertain apply ended with exit code 4.\nstage Apply: FAILURE'],
    [5, 1, 'failed: ascertain apply ended with exit code 5.\nstage Apply: FAILURE'],
  ]) {
    const { build } = jenkins(t, machine, await pretender(t, code));
    const ended = await build({ branch: 'main' });
    assert.equal(ended.code, result, ended.output);
    assert.ok(ended.output.includes(words), ended.output);
  }
});
