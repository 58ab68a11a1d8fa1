// The CronJob: valid for the API, and its command really run as the pod would: another user, a root that is read-only, no
// environment but the one that is named, manifests in the folder that a ConfigMap makes.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CronJob } from 'kubernetes-models/batch/v1';
import { parse } from 'yaml';
import { archive, canary, folder, make, offered, run, sandbox, secrets } from './stage.mjs';

const here = import.meta.dirname;
const cronJob = parse(readFileSync(join(offered, 'kubernetes/cronjob.yaml'), 'utf8'));
const pod = cronJob.spec.jobTemplate.spec.template.spec;
const [container] = pod.containers;

test('the API takes it, and knows every field', async (t) => {
  new CronJob(cronJob).validate();
  assert.throws(() => new CronJob({ ...cronJob, spec: { ...cronJob.spec, schedule: 5 } }).validate(), /schedule must be string/);

  // The schema does not mind fields that it does not know; the compiler minds them.
  const work = folder(t);
  symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
  const check = (object) => {
    writeFileSync(join(work, 'check.ts'), `import { ICronJob } from 'kubernetes-models/batch/v1';\nexport const given: ICronJob = ${JSON.stringify(object)};\n`);
    return run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--noEmit', '--skipLibCheck', '--module', 'nodenext', 'check.ts'], { cwd: work });
  };
  assert.deepEqual(await check(cronJob), { code: 0, output: '' });
  const { output } = await check({ ...cronJob, spec: { ...cronJob.spec, concurencyPolicy: 'Forbid' } });
  assert.match(output, /'"concurencyPolicy"' does not exist in type 'ICronJobSpec'/);
});

test('it keeps to the restricted pod security standard', () => {
  const { securityContext: inner } = container;
  assert.equal(pod.securityContext.runAsNonRoot, true);
  assert.equal(pod.securityContext.seccompProfile.type, 'RuntimeDefault');
  assert.equal(inner.allowPrivilegeEscalation, false);
  assert.deepEqual(inner.capabilities, { drop: ['ALL'] });
  const allowed = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
  for (const { name, ...source } of pod.volumes) assert.ok(allowed.includes(Object.keys(source)[0]), name);
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers']) assert.equal(key in pod, false);
});

/** What kubelet makes of a ConfigMap: files behind a link that is changed in one go. */
function configMap(path) {
  mkdirSync(join(path, '..2026_11_22'), { recursive: true });
  symlinkSync('..2026_11_22', join(path, '..data'));
  for (const name of readdirSync(join(here, 'verification'))) {
    copyFileSync(join(here, 'verification', name), join(path, '..2026_11_22', name));
    symlinkSync(join('..data', name), join(path, name));
  }
  return path;
}

test('red, then green', async (t) => {
  const world = await sandbox(t);
  const work = folder(t, 'pod');
  // The Containerfile, line by line: ADD unpacks the archive into /opt, RUN links the program.
  const opt = make(join(work, 'opt'));
  await run('tar', ['-xzf', archive.path, '-C', opt], { env: process.env });
  const containerfile = readFileSync(join(offered, 'kubernetes/Containerfile'), 'utf8');
  const program = containerfile.match(/^RUN \["ln", "-s", "(.*)", "\/usr\/local\/bin\/ascertain"\]$/m)[1];
  assert.match(containerfile, /^ADD \$\{ARCHIVE\} \/opt\/$/m);
  assert.match(containerfile, new RegExp(`^USER ${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}$`, 'm'));

  const places = { manifests: configMap(join(work, 'manifests')), reports: make(join(work, 'reports')), tmp: make(join(work, 'tmp')) };
  const mounts = container.volumeMounts.flatMap(({ name, mountPath, readOnly }) => [readOnly ? '--ro-bind' : '--bind', places[name], mountPath]);
  const known = [...Object.keys(secrets), 'ASCERTAIN_JAVA_OPTS', 'HW_REGION_NAME'];
  const { PATH, HOME, ...addresses } = world.machine;
  const env = { ...secrets, ...Object.fromEntries(container.env.map(({ name, value }) => [name, value])) };
  assert.deepEqual(Object.keys(env).sort(), known.sort());
  // Of the machine only what debian:bookworm-slim has too: a C library and a shell.
  const image = ['/bin', '/lib', '/lib64', '/usr/bin', '/usr/lib', '/etc/passwd'].flatMap((path) => ['--ro-bind-try', path, path]);
  const root = ['--tmpfs', '/', ...image, '--ro-bind', opt, '/opt', ...mounts, '--proc', '/proc', '--dev', '/dev', '--remount-ro', '/'];
  const gate = () => run('bwrap', ['--unshare-user', '--uid', String(pod.securityContext.runAsUser), '--gid', String(pod.securityContext.runAsGroup),
    '--unshare-pid', '--cap-drop', 'ALL', '--die-with-parent', ...root, '--', program, ...container.args], { env: { ...env, ...addresses, PATH: '/usr/bin:/bin' } });

  const red = await gate();
  assert.equal(red.code, 2, red.output);
  assert.match(red.output, /\nExit 2: 1 verification is blocked \(--fail-on\)\.\n$/, 'the end of the log is the termination message');
  assert.match(readFileSync(join(places.reports, 'ascertain.prom'), 'utf8'), /^ascertain_run_exit_code 2$/m);

  await world.publish();
  const green = await gate();
  assert.equal(green.code, 0, green.output);
  assert.deepEqual(world.checks(), []);
  assert.doesNotMatch(red.output + green.output + readFileSync(join(places.reports, 'ascertain.prom'), 'utf8'), canary);
});
