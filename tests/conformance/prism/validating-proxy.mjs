// Stoplight Prism between a client and the emulator: every request and every answer is held against Xero's own OpenAPI files.
// usage: node prism/validating-proxy.mjs EMULATOR_ORIGIN OPENAPI_FOLDER
// Prints one line of JSON with its `origin`. GET origin/violations tells what broke the specification; it ends with its standard input.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { classify } from './violations.mjs';

const [emulator, folder] = process.argv.slice(2);
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const accountingBase = '/api.xro/2.0';
const patienceMs = 120_000;

const children = [];
const stopChildren = () => children.forEach((child) => child.kill('SIGKILL'));
process.once('exit', stopChildren);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function startPrism(specification, upstream) {
  const port = await freePort();
  const child = spawn(process.execPath, [prism, 'proxy', path.join(folder, specification), upstream, '--host', '127.0.0.1', '--port', port], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let log = '';
  child.stderr.on('data', (data) => { log += data; });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      log += data;
      if (log.includes('Prism is listening')) resolve();
      if (log.length > 100_000) log = log.slice(-50_000);
    });
    child.once('exit', (code) => reject(new Error(`Prism ended with ${code} on ${specification}: ${log}`)));
    setTimeout(reject, patienceMs, new Error(`Prism does not start on ${specification}: ${log}`)).unref();
  });
  return port;
}

const [accounting, identity] = await Promise.all([
  startPrism('xero_accounting.yaml', emulator + accountingBase), startPrism('xero-identity.yaml', emulator),
]);
const known = JSON.parse(readFileSync(new URL('known-violations.json', import.meta.url), 'utf8'));
const report = { calls: 0, explained: Object.fromEntries(known.map(({ reason }) => [reason, 0])), unexplained: [] };

/** The Prism that knows a path, and the path as its specification spells it. */
function route(url) {
  return url.startsWith(`${accountingBase}/`)
    ? [accounting, url.slice(accountingBase.length)]
    : [identity, url.replace(/^\/connections/i, '/Connections')];
}

const front = http.createServer((request, response) => {
  if (request.url === '/violations') {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(report));
    return;
  }

  const [port, target] = route(request.url);
  const onward = http.request({ host: '127.0.0.1', port, path: target, method: request.method, headers: request.headers }, (answer) => {
    report.calls++;
    for (const violation of classify(answer, known)) {
      if (violation.reason) report.explained[violation.reason]++;
      else report.unexplained.push({ call: `${request.method} ${request.url}`, status: answer.statusCode, ...violation });
    }

    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', (error) => response.destroy(error));
  request.pipe(onward);
});
front.listen(0, '127.0.0.1');
await once(front, 'listening');
console.log(JSON.stringify({ origin: `http://localhost:${front.address().port}` }));

process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
