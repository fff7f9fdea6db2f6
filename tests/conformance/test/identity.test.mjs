import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startEmulator } from '../lib/emulator-host.mjs';
import { redirectXero } from '../lib/transport.mjs';
import { consent, newClient, redirectUri, refusal, scopes } from '../lib/xero.mjs';

let emulator;
let xero;
let firstRefreshToken;

before(async () => {
  emulator = await startEmulator('demo');
  redirectXero(emulator.origin);
  xero = newClient(emulator);
});
after(() => emulator?.stop());

const claims = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());

test('discovery names the endpoints that the host prints', async () => {
  await xero.initialize();
  const { metadata } = xero.openIdClient.issuer;
  assert.equal(metadata.issuer, 'https://identity.xero.com');
  assert.equal(metadata.token_endpoint, emulator.tokenUrl);
  assert.equal(metadata.authorization_endpoint, emulator.authorizeUrl);
  assert.equal(metadata.revocation_endpoint, emulator.revocationUrl);
});

test('a refused consent comes back as access_denied', async () => {
  const back = await consent(await xero.buildConsentUrl(), 'cancel');
  assert.match(back, /error=access_denied/);
  await assert.rejects(xero.apiCallback(back), { error: 'access_denied' });
});

test('a callback with another state is not taken', async () => {
  const back = new URL(await consent(await xero.buildConsentUrl()));
  back.searchParams.set('state', 'forged');
  await assert.rejects(xero.apiCallback(back.href), /state mismatch/);
});

test('a consent gives a token set whose signature, issuer, audience and at_hash the client validates', async () => {
  const back = await consent(await xero.buildConsentUrl());
  assert.ok(back.startsWith(redirectUri));
  const tokens = await xero.apiCallback(back);
  assert.equal(tokens.token_type, 'Bearer');
  assert.ok(tokens.expires_in > 1790 && tokens.expires_in <= 1800, `${tokens.expires_in}`);
  assert.deepEqual(tokens.scope.split(' ').sort(), [...scopes].sort());
  assert.equal(tokens.claims().iss, 'https://identity.xero.com');
  assert.equal(tokens.claims().aud, emulator.clientId);
  assert.equal(tokens.claims().authentication_event_id, undefined);
  assert.equal(claims(tokens.access_token).aud, 'https://identity.xero.com/resources');
  assert.ok(claims(tokens.access_token).authentication_event_id);
  await assert.rejects(xero.apiCallback(back), { error: 'invalid_grant' });
});

test('connections and their organisations are listed', async () => {
  const [tenant, ...others] = await xero.updateTenants();
  assert.equal(others.length, 0);
  assert.equal(tenant.tenantId, emulator.tenantId);
  assert.equal(tenant.tenantType, 'ORGANISATION');
  assert.match(tenant.createdDateUtc, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/);
  assert.equal(tenant.authEventId, claims(xero.readTokenSet().access_token).authentication_event_id);
  assert.equal(tenant.orgData.name, tenant.tenantName);
  assert.equal(tenant.orgData.baseCurrency, 'GBP');
});

test('a refresh rotates the refresh token, and the earlier one still works within its grace', async () => {
  firstRefreshToken = xero.readTokenSet().refresh_token;
  const second = await xero.refreshToken();
  assert.notEqual(second.refresh_token, firstRefreshToken);
  const again = await xero.refreshWithRefreshToken(emulator.clientId, emulator.clientSecret, firstRefreshToken);
  assert.notEqual(again.refresh_token, second.refresh_token);
  const accounts = await xero.accountingApi.getAccounts(emulator.tenantId);
  assert.equal(accounts.response.status, 200);
});

test('a wrong secret and an unknown refresh token are told apart', async () => {
  const secret = await refusal(xero.refreshWithRefreshToken(emulator.clientId, 'wrong', firstRefreshToken));
  assert.equal(secret.data.error, 'invalid_client');
  const token = await refusal(xero.refreshWithRefreshToken(emulator.clientId, emulator.clientSecret, 'never issued'));
  assert.deepEqual([token.status, token.data.error], [400, 'invalid_grant']);
});

test('a call for an organisation that is not connected is forbidden', async () => {
  const answer = await refusal(xero.accountingApi.getAccounts('11111111-2222-3333-4444-555555555555'));
  assert.equal(answer.statusCode, 403);
  assert.equal(answer.body.Detail, 'AuthenticationUnsuccessful');
});

test('a call with a token of nobody is unauthorised', async () => {
  const stranger = newClient(emulator);
  stranger.setTokenSet({ access_token: 'a.b.c' });
  const answer = await refusal(stranger.accountingApi.getAccounts(emulator.tenantId));
  assert.equal(answer.statusCode, 401);
  assert.equal(answer.body.Detail, 'AuthenticationUnsuccessful');
});

test('a scope that was not asked for is missing at the call', async () => {
  const narrow = newClient(emulator, { scopes: ['openid', 'accounting.settings.read'] });
  const other = await startEmulator('demo', { withToken: false });
  try {
    redirectXero(other.origin);
    await narrow.initialize();
    const tokens = await narrow.apiCallback(await consent(await narrow.buildConsentUrl()));
    assert.equal(tokens.refresh_token, undefined);
    assert.equal((await narrow.accountingApi.getAccounts(other.tenantId)).response.status, 200);
    const answer = await refusal(narrow.accountingApi.getContacts(other.tenantId));
    assert.equal(answer.statusCode, 401);
    assert.equal(answer.body.Detail, 'AuthorizationUnsuccessful');
  } finally {
    redirectXero(emulator.origin);
    await other.stop();
  }
});

test('a disconnected organisation is gone from the connections and refuses calls', async () => {
  const [tenant] = await xero.updateTenants(false);
  await xero.disconnect(tenant.id);
  assert.deepEqual(await xero.updateTenants(false), []);
  const answer = await refusal(xero.accountingApi.getAccounts(emulator.tenantId));
  assert.equal(answer.statusCode, 403);
  assert.equal((await refusal(xero.disconnect(tenant.id))).status, 404);
});

test('a revoked token set is dead', async () => {
  const { access_token: access, refresh_token: refresh } = xero.readTokenSet();
  await xero.revokeToken();
  const token = await refusal(xero.refreshWithRefreshToken(emulator.clientId, emulator.clientSecret, refresh));
  assert.equal(token.data.error, 'invalid_grant');
  xero.setTokenSet({ access_token: access });
  assert.equal((await refusal(xero.updateTenants(false))).status, 401);
});
