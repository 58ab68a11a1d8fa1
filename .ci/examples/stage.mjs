// What every test stands on: the files that are offered for copying, the built program, a sandbox, and processes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const offered = join(root, 'examples/ci');

/** Credentials of world.yaml, and the token for comments: none may ever be seen in anything a run leaves. */
export const secrets = {
  CLOUDFLARE_API_TOKEN: 'canary-cloudflare-read',
  HUAWEICLOUD_SDK_AK: 'CANARYACCESSKEY00000',
  HUAWEICLOUD_SDK_SK: 'canary-huaweicloud-secret',
};
export const writeToken = 'canary-cloudflare-write';
export const canary = /canary|CANARY/;

const digested = (path) => ({ path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') });
const target = join(root, 'engine/cli/target');
export const archive = digested(join(target, readdirSync(target).find((name) => name.endsWith('.tar.gz'))));

/** A program that plans one check, and whose apply ends with this code. */
export async function pretender(test, code) {
  const work = folder(test, 'pretender');
  const program = join(make(join(work, 'ascertain/bin')), 'ascertain');
  writeFileSync(program, `#!/bin/sh\n[ "$1" != plan ] || echo '{"summary": {"retry": 1}}' > verification.plan\n[ "$1" != apply ] || exit ${code}\n`);
  chmodSync(program, 0o755);
  await run('tar', ['-czf', join(work, 'archive'), '-C', work, 'ascertain'], { env: process.env });
  return digested(join(work, 'archive'));
}

/** A folder that is gone after the test. */
export function folder(test, name = 'examples') {
  const path = mkdtempSync(join(tmpdir(), `ascertain-${name}.`));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A user's repository: the manifests, and the given files of examples/ci. */
export function repository(test, copies) {
  const path = folder(test, 'repository');
  cpSync(new URL('verification', import.meta.url).pathname, join(path, 'verification'), { recursive: true });
  for (const [from, to] of Object.entries(copies)) {
    cpSync(join(offered, from), join(path, to), { recursive: true });
  }
  return path;
}

/** Runs a program with exactly this environment. Never throws for an exit code. */
export function run(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', failed);
    child.on('close', (code) => done({ code, output }));
  });
}

/** Starts both clouds and their DNS. What a job finds in its machine's environment is in `machine`: addresses only. */
export async function sandbox(test) {
  const log = join(folder(test, 'sandbox'), 'requests.log');
  const child = spawn(
    join(root, 'examples/sandbox/run'),
    ['--scenario', new URL('world.yaml', import.meta.url).pathname, '--log', log],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  test.after(() => child.kill());
  const printed = await new Promise((listens, failed) => {
    let output = '';
    child.stdout.on('data', (data) => (output += data).includes('# The sandbox listens') && listens(output));
    child.on('close', () => failed(new Error(`the sandbox ended: ${output}`)));
  });
  const all = Object.fromEntries([...printed.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]));
  const machine = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in secrets)));
  return {
    machine: { ...machine, PATH: process.env.PATH, HOME: process.env.HOME },
    publish: () => fetch(`${machine.SANDBOX_ADDRESS}/sandbox/publish`, { method: 'POST' }),
    checks: () => readFileSync(log, 'utf8').split('\n').filter((line) => / (POST|PATCH) |retry=true/.test(line) && !/sandbox/.test(line)),
  };
}

export const make = (path) => (mkdirSync(path, { recursive: true }), path);
