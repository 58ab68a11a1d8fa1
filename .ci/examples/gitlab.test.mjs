// The GitLab pipelines, run by gitlab-ci-local: rules, needs, artifacts, caches and scripts as a runner treats them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, canary, pretender, repository, run, sandbox, secrets, writeToken } from './stage.mjs';

const local = new URL('node_modules/gitlab-ci-local/src/index.js', import.meta.url).pathname;

async function git(cwd, ...args) {
  const { code, output } = await run('git', ['-c', 'user.name=test', '-c', 'user.email=test@shop.example', ...args], { cwd, env: process.env });
  assert.equal(code, 0, output);
}

/** Runs the jobs that a pipeline of this kind has. What the service sets is given as variables. */
async function pipeline(project, machine, variables, credentials = secrets) {
  const { SANDBOX_ADDRESS, PATH, HOME, ...addresses } = machine;
  const given = {
    ...addresses, ...credentials, CI_DEFAULT_BRANCH: 'main', HW_REGION_NAME: 'cn-north-4',
    ASCERTAIN_ARCHIVE: `file://${archive.path}`, ASCERTAIN_SHA256: archive.sha256, ...variables,
  };
  const options = Object.entries(given).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  const { code, output } = await run(process.execPath, [local, '--force-shell-executor', '--shell-isolation',
    '--no-artifacts-to-source', '--no-cleanup', '--no-color', ...options,
    '--ignore-predefined-vars', Object.keys(given).join(',')], { cwd: project, env: { PATH, HOME: project } });
  return { code, output: output.replaceAll(/^(\w+) +>/gm, '$1 >') };
}

const left = (project, job, name) => readFileSync(join(project, '.gitlab-ci-local/builds', job, name), 'utf8');
const mergeRequest = { CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_BRANCH: '' };
const merged = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' };
const scheduled = { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' };

async function checkout(t) {
  const project = repository(t, { 'gitlab/.gitlab-ci.yml': '.gitlab-ci.yml' });
  await git(project, 'init', '--quiet', '--initial-branch=main');
  await git(project, 'add', '.');
  await git(project, 'commit', '--quiet', '--message=verification');
  await git(project, 'remote', 'add', 'origin', 'https://gitlab.example/shop/verification.git');
  return project;
}

test('a merge request, from a red gate to an applied plan', async (t) => {
  const world = await sandbox(t);
  const project = await checkout(t);
  const outputs = [];
  const go = async (variables, credentials) => {
    const result = await pipeline(project, world.machine, variables, credentials);
    outputs.push(result.output);
    return result;
  };

  await t.test('red', async () => {
    const { code, output } = await go(mergeRequest);
    assert.equal(code, 1);
    assert.match(output, /review > Exit 2: 1 verification is blocked \(--fail-on\)\./);
    assert.match(output, / FAIL {2}review/);
    assert.doesNotMatch(output, /(plan|apply|gate) > /);
    assert.equal(JSON.parse(left(project, 'review', 'gl-code-quality.json')).length, 3);
    assert.match(left(project, 'review', 'junit.xml'), /<failure /);
    assert.match(left(project, 'review', 'tfplan.json'), /"create"/);
    assert.match(left(project, 'review', 'report.md'), /# Plan: 2 to retry, 1 needs you\./);
  });

  await t.test('the scheduled gate is red too, and remembers', async () => {
    assert.match((await go(scheduled)).output, /gate > Exit 2: 1 verification is blocked/);
    assert.match((await go(scheduled)).output, /gate > .*still/);
  });

  await t.test('the record is published: green', async () => {
    await world.publish();
    const { code, output } = await go(mergeRequest);
    assert.equal(code, 0, output);
    assert.match(left(project, 'review', 'report.md'), /# Plan: 3 to retry\./);
    assert.deepEqual(world.checks(), []);
  });

  await t.test('after the merge the saved plan is applied', async () => {
    const { code, output } = await go(merged, { ...secrets, CLOUDFLARE_API_TOKEN: writeToken });
    assert.equal(code, 0, output);
    assert.match(output, /apply > Apply: 3 met\./);
    assert.equal(world.checks().length, 2);
  });

  await t.test('the gate is green', async () => {
    const { code, output } = await go(scheduled);
    assert.equal(code, 0, output);
    assert.match(output, /gate > .*fixed/);
  });

  await t.test('no secret is in a log or an artifact', () => {
    assert.doesNotMatch(outputs.join('\n'), canary);
    for (const [job, name] of [['review', 'junit.xml'], ['plan', 'verification.plan'], ['apply', 'report.md'], ['gate', 'gl-code-quality.json']]) {
      assert.doesNotMatch(left(project, job, name), canary);
    }
  });

  await t.test('an archive that is not the one that was meant ends the job', async () => {
    const { code, output } = await go({ ...mergeRequest, ASCERTAIN_SHA256: 'f'.repeat(64) });
    assert.notEqual(code, 0, output);
  });
});

test('what an exit code of apply becomes', async (t) => {
  const project = await checkout(t);
  for (const [code, words] of [[3, / WARN {2}apply/], [4, / FAIL {2}apply/], [5, / FAIL {2}apply/]]) {
    const { path, sha256 } = await pretender(t, code);
    const given = { ...merged, ASCERTAIN_ARCHIVE: `file://${path}`, ASCERTAIN_SHA256: sha256 };
    const ended = await pipeline(project, { PATH: process.env.PATH }, given);
    assert.match(ended.output, words);
  }
});
