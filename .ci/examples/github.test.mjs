// The GitHub workflows, from a red pull request to a green gate, beside the sandbox and a stand-in for the comments API.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commentsApi } from './github/comments.mjs';
import { runWorkflow } from './github/runner.mjs';
import { archive, canary, folder, make, repository, run, sandbox, secrets, writeToken } from './stage.mjs';

const token = 'canary-github-token';
const ours = { pull_request: { number: 7, head: { sha: '0123456789abcdef0123', repo: { full_name: 'shop/verification' } } } };
const theirs = { pull_request: { number: 7, head: { sha: '0123456789abcdef0123', repo: { full_name: 'stranger/verification' } } } };
const footer = '<sub>Commit 0123456789ab, [this run](https://github.example/shop/verification/actions/runs/1)</sub>\n';

async function github(test, machine, comments = {}) {
  const base = folder(test, 'github');
  const api = await commentsApi(test, { token, ...comments });
  return {
    api,
    service: {
      folder: make(join(base, 'jobs')), repository: repository(test, { github: '.github' }), machine, api: api.address, token,
      secrets: { ...secrets }, environments: { verification: { CLOUDFLARE_API_TOKEN: writeToken } },
      vars: { ASCERTAIN_ARCHIVE: archive.path, ASCERTAIN_SHA256: archive.sha256, HW_REGION_NAME: 'cn-north-4' },
    },
  };
}

const review = async (service, event = ours) => (await runWorkflow(service, 'verification-plan', { eventName: 'pull_request', event })).plan;

test('a pull request, from a red gate to an applied plan', async (t) => {
  const world = await sandbox(t);
  const { api, service } = await github(t, world.machine);
  const all = [];

  await t.test('red: a comment says what a person must do', async () => {
    const job = await review(service);
    all.push(job);
    assert.deepEqual(job.trace, ['actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8: 0', 'Install Ascertain: 0',
      './.github/actions/ascertain: 0', 'Plan: 2', 'Annotate: 0', 'Summarize: 0', 'Comment: 0', './.github/actions/ascertain-report: 0']);
    assert.equal(job.result, 'failure');
    assert.match(job.log, /^Exit 2: 1 verification is blocked \(--fail-on\)\.$/m);
    assert.match(job.log, /^::error file=verification\/shop\.yaml,line=\d+,.*needs you \(edge-team\)/m);
    const report = readFileSync(join(job.workspace, 'report.md'), 'utf8');
    assert.equal(job.summary, report);
    assert.equal(api.comments.length, 1);
    assert.equal(api.comments[0].body, `${report.replace('\n', '\n<!-- of verification -->\n')}\n${footer}`);
    assert.match(api.comments[0].body, /^<!-- ascertain report 1\.0 -->\n<!-- of verification -->\n# Plan: 2 to retry, 1 needs you\./);
  });

  await t.test('red again, and looked at by nobody else: the same comment', async () => {
    all.push(await review(service));
    assert.equal(api.comments.length, 1);
    assert.deepEqual(api.requests.filter((line) => !line.startsWith('GET')),
      ['POST /repos/shop/verification/issues/7/comments', 'PATCH /repos/shop/verification/issues/comments/1000']);
  });

  await t.test('the scheduled gate is red too, and remembers', async () => {
    const { gate } = await runWorkflow(service, 'verification-gate', { eventName: 'schedule', runId: '11' });
    all.push(gate);
    assert.equal(gate.result, 'failure');
    assert.match(gate.log, /^Exit 2: 1 verification is blocked \(--fail-on\)\.$/m);
    assert.equal(gate.summary.includes('still'), false);
    const { gate: next } = await runWorkflow(service, 'verification-gate', { eventName: 'schedule', runId: '12' });
    all.push(next);
    assert.match(next.log, /still/);
  });

  await t.test('the record is published: green, and the comment that stands on the second page is found', async () => {
    await world.publish();
    const [mine] = api.comments.splice(0);
    for (let count = 0; count < 120; count++) api.add('somebody', `<!-- ascertain report 1.0 -->\n<!-- of verification -->\nforged ${count}`);
    api.comments.push(mine);
    const job = await review(service);
    all.push(job);
    assert.equal(job.result, 'success');
    assert.equal(api.comments.length, 121);
    assert.match(mine.body, /# Plan: 3 to retry\./);
    assert.equal(api.comments.filter(({ body }) => body.includes('forged')).length, 120);
    assert.deepEqual(world.checks(), [], 'a plan asks for nothing');
  });

  await t.test('after the merge the saved plan is applied with the token of the environment', async () => {
    const { plan, apply } = await runWorkflow(service, 'verification-apply', { eventName: 'push', runId: '21' });
    all.push(plan, apply);
    assert.equal(plan.outputs.checks, '3');
    assert.equal(apply.result, 'success', apply.log);
    assert.match(apply.summary, /# Apply: 3 met\./);
    assert.equal(world.checks().length, 2, 'one for the zone, one for the domain');
  });

  await t.test('the same plan is not applied a second time', async () => {
    const { apply } = await runWorkflow(service, 'verification-apply', { eventName: 'push', runId: '21', only: 'apply' });
    all.push(apply);
    assert.ok(apply.trace.includes('Apply: 5'), apply.log);
    assert.equal(world.checks().length, 2);
  });

  await t.test('nothing left to do: nobody is asked to approve, and the gate is green', async () => {
    const { apply } = await runWorkflow(service, 'verification-apply', { eventName: 'push', runId: '22' });
    assert.equal(apply.result, 'skipped');
    const { gate } = await runWorkflow(service, 'verification-gate', { eventName: 'schedule', runId: '13' });
    all.push(gate);
    assert.equal(gate.result, 'success');
    assert.match(gate.log, /fixed/);
  });

  await t.test('no secret is in a log, a summary, a comment or a file', () => {
    for (const job of all) {
      assert.doesNotMatch(job.log + job.summary, canary);
      for (const name of readdirSync(job.workspace, { recursive: true })) {
        const path = join(job.workspace, name);
        if (/\.(md|txt|json|plan)$/.test(name)) assert.doesNotMatch(readFileSync(path, 'utf8'), canary, path);
      }
    }
    assert.doesNotMatch(JSON.stringify(api.comments), canary);
  });
});

test('where no comment may be written, the step summary has the report', async (t) => {
  const world = await sandbox(t);
  const { api, service } = await github(t, world.machine, { forbidden: true });
  const job = await review(service);
  assert.equal(api.comments.length, 0);
  assert.match(job.log, /^::warning title=Ascertain::The comment was not written: GitHub answered 403\. The report is in the summary of this run\.$/m);
  assert.match(job.summary, /^<!-- ascertain report 1\.0 -->\n# Plan: /);
  assert.ok(job.trace.includes('Comment: 0'));
});

test('a fork gets no secrets: its manifests are validated', async (t) => {
  const world = await sandbox(t);
  const { api, service } = await github(t, world.machine);
  service.secrets = {};
  const job = await review(service, theirs);
  assert.equal(job.result, 'success', job.log);
  assert.equal(job.summary, 'Valid: 2 verifications in 1 file.\n');
  assert.deepEqual(api.requests, []);

  writeFileSync(join(service.repository, 'verification/shop.yaml'), 'ascertain: 1\nverifications: [{type: cloudflare}]\n');
  const invalid = await review(service, theirs);
  assert.equal(invalid.result, 'failure');
  assert.ok(invalid.trace.includes('Validate only, because a fork\'s run gets no secrets: 78'));
});

test('without a report there is nothing to show', async (t) => {
  const world = await sandbox(t);
  const { api, service } = await github(t, world.machine);
  service.secrets = {};
  const job = await review(service);
  assert.equal(job.trace.at(-1), 'Plan: 78');
  assert.deepEqual(api.requests, []);
});

/** Runs comment.sh alone, with a report that says this. */
async function comment(t, report, { api, repository: project }, name = 'production') {
  const work = folder(t);
  writeFileSync(join(work, 'event.json'), JSON.stringify(ours));
  writeFileSync(join(work, 'report.md'), report);
  return run(join(project, '.github/actions/ascertain-report/comment.sh'), [name, 'report.md'], {
    cwd: work,
    env: {
      PATH: process.env.PATH, GITHUB_TOKEN: token, GITHUB_API_URL: api, GITHUB_REPOSITORY: 'shop/verification', GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.example', GITHUB_EVENT_PATH: join(work, 'event.json'), AUTHOR: 'github-actions[bot]',
    },
  });
}

test('a report that is too long for a comment is cut at a line, with its fold closed', async (t) => {
  const { api, service } = await github(t, {});
  const rows = Array.from({ length: 3000 }, (_, row) => `- \`verification ${row} 🔒\` is not as expected`);
  const report = `<!-- ascertain report 1.0 -->\n# Plan\n\n<details><summary>Details</summary>\n\n${rows.join('\n')}\n\n</details>\n`;
  const { code, output } = await comment(t, report, service);
  assert.equal(code, 0, output);
  const { body } = api.comments[0];
  assert.match(body.slice(0, 100), /^<!-- ascertain report 1\.0 -->\n<!-- of production -->\n# Plan\n/);
  assert.match(body.slice(-300), /as expected\n\n<\/details>\n\n… and more: the whole report is in the \[summary\]\(https:[^)]*\)\.\n\n<sub>/);
});

test('a comment that cannot be written is told, and is not the gate', async (t) => {
  const { service } = await github(t, {});
  const report = '<!-- ascertain report 1.0 -->\n# Plan\n';
  const told = (why) => `::warning title=Ascertain::The comment was not written: ${why}. The report is in the summary of this run.\n`;
  assert.deepEqual(await comment(t, report, service, '-->'), { code: 0, output: told('its name may have letters, digits, dots, _ and - only') });
  const { code, output } = await comment(t, report, { ...service, api: 'http://127.0.0.1:1' });
  assert.equal(code, 0);
  assert.ok(output.endsWith(told('GitHub could not be reached')), output);
});

test('install.sh takes only the archive that was meant', async (t) => {
  const install = join(repository(t, { github: '.github' }), '.github/actions/ascertain/install.sh');
  const cache = folder(t);
  const attempt = (path, sha256) => run(install, [path, sha256, cache], { env: { PATH: process.env.PATH } });
  const other = 'f'.repeat(64);
  for (const [path, sha256, says] of [
    ['', archive.sha256, 'No archive is named. Set the variable ASCERTAIN_ARCHIVE of the repository or the organization.'],
    [archive.path, '', 'The sha256 must be 64 hexadecimal digits in lower case, as sha256sum prints them.'],
    [archive.path, '../../etc', 'The sha256 must be 64 hexadecimal digits in lower case, as sha256sum prints them.'],
    [archive.path, other, 'The archive has another SHA-256 than it should have.'],
    ['http://127.0.0.1/archive', archive.sha256, 'The archive must be an https address or a path.'],
  ]) {
    assert.deepEqual(await attempt(path, sha256), { code: 1, output: `::error title=Ascertain::${says}\n` });
  }
  assert.deepEqual(readdirSync(cache), []);
  const both = await Promise.all([attempt(archive.path, archive.sha256), attempt(archive.path, archive.sha256)]);
  assert.deepEqual(both, [{ code: 0, output: '' }, { code: 0, output: '' }]);
  assert.deepEqual(readdirSync(cache), [archive.sha256]);
});
