// Plays GitHub's runner, as far as the workflows of examples/ci need it: jobs one after the other, each in a workspace of
// its own; bash as the runner starts it; composite actions; artifacts and caches in folders.
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { make, run } from '../stage.mjs';
import { fill, fillAll, holds } from './expressions.mjs';

/** `service`: folder, repository, machine, api, token, secrets, environments, vars. */
export async function runWorkflow(service, name, { eventName, event = {}, runId = '1', only }) {
  const workflow = parse(readFileSync(join(service.repository, '.github/workflows', `${name}.yml`), 'utf8'));
  const needs = service.results?.[runId] ?? {};
  (service.results ??= {})[runId] = needs;
  const jobs = Object.entries(workflow.jobs).filter(([id]) => !only || id === only);
  for (const [id, definition] of jobs) {
    needs[id] = await runJob({ service, id, definition, eventName, event, runId, needs });
  }
  return needs;
}

async function runJob({ service, id, definition, eventName, event, runId, needs }) {
  const place = make(join(service.folder, `${runId}-${id}-${readdirSync(service.folder).length}`));
  const job = { service, place, workspace: make(join(place, 'workspace')), runId, failing: false, log: '', path: [], steps: {}, trace: [] };
  writeFileSync(join(place, 'event.json'), JSON.stringify(event));
  job.failing = [definition.needs ?? []].flat().some((needed) => needs[needed].result !== 'success');
  job.contexts = {
    github: {
      event, event_name: eventName, repository: 'shop/verification', run_id: runId, run_attempt: '1', workflow: 'w',
      token: service.token,
    },
    secrets: { ...service.secrets, ...service.environments?.[definition.environment] },
    vars: service.vars, needs, inputs: {}, steps: job.steps,
  };
  job.variables = {
    GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: join(place, 'event.json'),
    GITHUB_REPOSITORY: 'shop/verification', GITHUB_API_URL: service.api, GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_RUN_ID: runId, GITHUB_WORKSPACE: job.workspace, RUNNER_TOOL_CACHE: make(join(service.folder, '../tools')),
    RUNNER_TEMP: make(join(place, 'temp')),
  };
  const skipped = !holds(definition.if, job.contexts, job);
  if (!skipped) await runSteps(job, definition.steps, job.contexts, {});
  return {
    result: skipped ? 'skipped' : job.failing ? 'failure' : 'success',
    outputs: fillAll(definition.outputs, job.contexts, job),
    log: job.log, trace: job.trace, workspace: job.workspace,
    summary: existsSync(join(place, 'summary')) ? readFileSync(join(place, 'summary'), 'utf8') : '',
  };
}

async function runSteps(job, steps, contexts, inherited) {
  for (const step of steps) {
    const label = step.name ?? step.uses;
    const env = { ...inherited, ...fillAll(step.env, contexts, job) };
    let outcome = 'skipped';
    let outputs = {};
    if (holds(step.if, contexts, job)) {
      const result = step.run ? await runShell(job, step, contexts, env) : await runAction(job, step, contexts, env);
      outcome = result.code === 0 ? 'success' : 'failure';
      outputs = result.outputs ?? {};
      job.failing ||= result.code !== 0;
      job.trace.push(`${label}: ${result.code}`);
    }
    if (step.id) job.steps[step.id] = { outcome, outputs };
  }
}

async function runShell(job, step, contexts, env) {
  const file = (name) => {
    const path = join(job.place, name);
    writeFileSync(path, '');
    return path;
  };
  const script = file('step.sh');
  writeFileSync(script, fill(step.run, contexts, job));
  const files = { GITHUB_OUTPUT: file('output'), GITHUB_PATH: file('path'), GITHUB_STEP_SUMMARY: file('step-summary') };
  const path = [...job.path, job.service.machine.PATH].join(':');
  const { code, output } = await run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd: job.workspace,
    env: { ...job.service.machine, PATH: path, ...job.variables, ...files, ...env },
  });
  job.log += output;
  job.path.unshift(...lines(files.GITHUB_PATH));
  appendFileSync(join(job.place, 'summary'), readFileSync(files.GITHUB_STEP_SUMMARY));
  return { code, outputs: Object.fromEntries(lines(files.GITHUB_OUTPUT).map((line) => line.split(/=(.*)/s, 2))) };
}

const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

async function runAction(job, step, contexts, env) {
  const inputs = fillAll(step.with, contexts, job);
  if (step.uses.startsWith('./')) return runComposite(job, step, inputs, contexts, env);
  const kept = { 'upload-artifact': 'artifacts', 'download-artifact': 'artifacts', restore: 'caches', save: 'caches' };
  const action = basename(step.uses.split('@')[0]);
  const store = (name) => join(make(join(job.service.folder, '../stored', kept[action])), name);
  switch (action) {
    case 'checkout':
      cpSync(job.service.repository, job.workspace, { recursive: true });
      return { code: 0 };
    case 'upload-artifact': {
      const target = store(`${job.runId}-${inputs.name}`);
      if (existsSync(target) && inputs.overwrite !== 'true') return { code: 1 };
      cpSync(join(job.workspace, inputs.path), target);
      return { code: 0 };
    }
    case 'download-artifact':
      cpSync(store(`${job.runId}-${inputs.name}`), join(job.workspace, inputs.name));
      return { code: 0 };
    case 'save':
      cpSync(join(job.workspace, inputs.path), store(inputs.key));
      return { code: 0 };
    case 'restore': {
      const found = readdirSync(store('')).filter((key) => key.startsWith(inputs['restore-keys'])).sort().at(-1);
      if (found) cpSync(store(found), join(job.workspace, inputs.path));
      return { code: 0 };
    }
    default:
      throw new Error(`no such action here: ${step.uses}`);
  }
}

async function runComposite(job, step, given, contexts, env) {
  const folder = join(job.workspace, step.uses);
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, fill(input.default ?? '', contexts, job)]));
  const before = job.failing;
  job.failing = false; // inside an action, success() means its own steps
  const inside = { github: contexts.github, inputs: { ...defaults, ...given }, steps: {} };
  await runSteps(job, action.runs.steps, inside, { ...env, GITHUB_ACTION_PATH: folder });
  const code = job.failing ? 1 : 0;
  job.failing = before || job.failing;
  return { code };
}
