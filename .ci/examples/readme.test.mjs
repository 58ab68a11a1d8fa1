// The rehearsal on the page, as a reader types it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { offered, root, run } from './stage.mjs';

test('the rehearsal of the page says what the page says', async () => {
  const [, text] = readFileSync(join(offered, 'README.md'), 'utf8').match(/^```bash\n([^]*?)^```$/m);
  const { code, output } = await run('bash', ['-c', text], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, JAVA_HOME: process.env.JAVA_HOME ?? '' } });
  assert.equal(code, 0, output);
  assert.deepEqual(output.split('\n').filter((line) => /^(The |Merged|A second)/.test(line)), [
    'The pull request is red: 2', 'The pull request is green.', 'Merged and applied.', 'A second time it is refused: 5', "The morning's gate is green.",
  ], output);
});
