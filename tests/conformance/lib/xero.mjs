import assert from 'node:assert/strict';
import xeroNode from 'xero-node';
import { startEmulator } from './emulator-host.mjs';
import { redirectXero } from './transport.mjs';

export const redirectUri = 'http://localhost:3000/callback';

export const scopes = [
  'openid', 'profile', 'email', 'offline_access', 'accounting.contacts', 'accounting.invoices', 'accounting.manualjournals',
  'accounting.settings', 'accounting.payments', 'accounting.attachments',
];

/** An emulator of its own with the official client pointed at it, connected by the tokens that the host prints. */
export async function connect(seed) {
  const emulator = await startEmulator(seed);
  redirectXero(emulator.origin);
  const xero = newClient(emulator);
  xero.setTokenSet({ access_token: emulator.accessToken, refresh_token: emulator.refreshToken, token_type: 'Bearer' });
  return { emulator, xero, api: xero.accountingApi, tenant: emulator.tenantId };
}

export function newClient(emulator, configured = {}) {
  return new xeroNode.XeroClient({
    clientId: emulator.clientId, clientSecret: emulator.clientSecret, redirectUris: [redirectUri], scopes, state: 'a state of ours', ...configured,
  });
}

/** Answers Xero's consent page as a person's browser does; returns the address that the browser is sent back to. */
export async function consent(address, decision = 'allow') {
  const page = await fetch(address);
  assert.equal(page.status, 200);
  const html = await page.text();
  const action = html.match(/<form[^>]*action="([^"]+)"/)[1].replaceAll('&amp;', '&');
  const tenant = html.match(/name="tenant" value="([^"]+)"/)[1];
  const answer = await fetch(new URL(action, address), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ tenant, decision }) });
  assert.equal(answer.status, 302);
  return answer.headers.get('location');
}

/** What the official client says of a refused call: it rejects with a text. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return typeof error === 'string' ? JSON.parse(error).response : error.response;
  }
  assert.fail('The call was not refused.');
}

export const messages = (element) => (element.validationErrors ?? element.ValidationErrors ?? []).map((error) => error.message ?? error.Message);

/** The calendar day of a date that the client read, whatever form it left it in. */
export const day = (date) => new Date(date).toISOString().slice(0, 10);
