import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, refusal } from '../lib/xero.mjs';

let emulator, api, tenant;

before(async () => ({ emulator, api, tenant } = await connect('demo')));
after(() => emulator?.stop());

test('the sixty-first call of a minute is refused with the time to wait', async () => {
  let remaining = 60;
  for (let call = 1; call <= 60; call++) {
    const { response } = await api.getCurrencies(tenant);
    remaining = Number(response.headers['x-minlimit-remaining']);
    assert.equal(remaining, 60 - call);
  }

  const answer = await refusal(api.getCurrencies(tenant));
  assert.equal(answer.statusCode, 429);
  assert.equal(answer.headers['x-rate-limit-problem'], 'minute');
  assert.equal(answer.headers['x-minlimit-remaining'], '0');
  assert.ok(Number(answer.headers['retry-after']) >= 1 && Number(answer.headers['retry-after']) <= 60);
  assert.ok(Number(answer.headers['x-daylimit-remaining']) > 0);
});

test('a refused call does nothing', async () => {
  const answer = await refusal(api.createContacts(tenant, { contacts: [{ name: 'Too Late Ltd' }] }));
  assert.equal(answer.statusCode, 429);
});
