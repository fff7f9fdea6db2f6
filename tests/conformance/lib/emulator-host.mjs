import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../../samples/EmulatorHost', import.meta.url));
const patienceMs = 120_000;

/** Starts samples/EmulatorHost on a free port; answers with what its one line of JSON says, and with a way to stop it. */
export async function startEmulator(seed, { withToken = true } = {}) {
  // KOMPASS_EMULATOR_HOST names the built program, so that a test run builds nothing.
  const built = process.env.KOMPASS_EMULATOR_HOST;
  const program = built ? [built] : ['run', '--project', project, '--'];
  const options = ['--urls', 'http://localhost:0', '--json', '--seed', seed, ...(withToken ? ['--with-token'] : [])];
  const child = spawn('dotnet', [...program, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGTERM');
      const force = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 10_000);
      await ended;
      clearTimeout(force);
    }
  };
  process.once('exit', () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  });

  const line = await Promise.race([
    firstJsonLine(child.stdout),
    ended.then((code) => { throw new Error(`EmulatorHost ended with ${code} before it said where it listens.`); }),
    new Promise((_, reject) => setTimeout(reject, patienceMs, new Error('EmulatorHost does not say where it listens.')).unref()),
  ]);
  return { ...JSON.parse(line), origin: new URL(JSON.parse(line).apiUrl).origin, stop };
}

async function firstJsonLine(stream) {
  for await (const line of createInterface({ input: stream })) {
    if (line.startsWith('{')) return line;
  }
  throw new Error('EmulatorHost printed no line of JSON.');
}
