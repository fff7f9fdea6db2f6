import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, messages, refusal } from '../lib/xero.mjs';

let emulator, api, tenant;
let jasmine;

before(async () => ({ emulator, api, tenant } = await connect('demo')));
after(() => emulator?.stop());

const noId = '00000000-0000-0000-0000-000000000000';

test('a contact is created with all that the client can say of it', async () => {
  const sent = {
    name: 'Jasmine Fabrics Ltd', contactNumber: 'K-2001', accountNumber: 'JAS-1', firstName: 'Jasmine', lastName: 'Odell',
    emailAddress: 'jasmine@fabrics.example', companyNumber: '01234567', taxNumber: 'GB999999973',
    addresses: [{ addressType: 'POBOX', addressLine1: '1 Mill Lane', city: 'Leeds', postalCode: 'LS1 1AA', country: 'United Kingdom' }],
    phones: [{ phoneType: 'DEFAULT', phoneNumber: '960001', phoneAreaCode: '01632' }],
    contactPersons: [{ firstName: 'Tom', lastName: 'Odell', emailAddress: 'tom@fabrics.example', includeInEmails: true }],
  };
  const { response, body } = await api.createContacts(tenant, { contacts: [sent] });
  assert.equal(response.status, 200);
  [jasmine] = body.contacts;
  assert.notEqual(jasmine.contactID, noId);
  for (const member of ['name', 'contactNumber', 'accountNumber', 'firstName', 'lastName', 'emailAddress', 'companyNumber', 'taxNumber']) {
    assert.equal(jasmine[member], sent[member], member);
  }

  assert.equal(jasmine.contactStatus, 'ACTIVE');
  assert.equal(jasmine.addresses.length, 2);
  assert.equal(jasmine.addresses.find((address) => address.addressType === 'POBOX').city, 'Leeds');
  assert.equal(jasmine.phones.length, 4);
  assert.deepEqual(jasmine.contactPersons.map((person) => person.emailAddress), ['tom@fabrics.example']);
  assert.ok(Math.abs(Date.now() - jasmine.updatedDateUTC.getTime()) < 60_000);
});

test('the limits that remain stand on every answer', async () => {
  const { response } = await api.getContact(tenant, jasmine.contactID);
  assert.match(response.headers['x-minlimit-remaining'], /^\d+$/);
  assert.match(response.headers['x-daylimit-remaining'], /^\d+$/);
  assert.match(response.headers['x-appminlimit-remaining'], /^\d+$/);
  assert.ok(response.headers['xero-correlation-id']);
  assert.equal(response.headers.etag, undefined);
});

test('an update changes what it names and leaves the rest', async () => {
  const { body } = await api.updateContact(tenant, jasmine.contactID, { contacts: [{ contactID: jasmine.contactID, emailAddress: 'office@fabrics.example' }] });
  assert.equal(body.contacts[0].emailAddress, 'office@fabrics.example');
  assert.equal(body.contacts[0].firstName, 'Jasmine');
  assert.equal(body.contacts[0].contactPersons.length, 1);
});

test('an array of people that is sent replaces the one that stands', async () => {
  const { body } = await api.updateContact(tenant, jasmine.contactID, {
    contacts: [{ contactID: jasmine.contactID, contactPersons: [{ firstName: 'Una', emailAddress: 'una@fabrics.example' }] }],
  });
  assert.deepEqual(body.contacts[0].contactPersons.map((person) => person.firstName), ['Una']);
});

test('a name that is taken refuses the whole batch', async () => {
  const before = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1)).body.contacts.length;
  const answer = await refusal(api.createContacts(tenant, { contacts: [{ name: 'Newcomer A' }, { name: 'jasmine fabrics ltd' }] }, true));
  assert.equal(answer.statusCode, 400);
  assert.equal(answer.body.ErrorNumber, 10);
  assert.equal(answer.body.Type, 'ValidationException');
  assert.match(messages(answer.body.Elements.at(-1)).join(), /already assigned to another contact/);
  assert.equal((await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1)).body.contacts.length, before);
});

test('summarizeErrors=false saves the good and answers 200 with the bad', async () => {
  const { response, body } = await api.createContacts(tenant, { contacts: [{ name: 'Newcomer B' }, { name: 'Jasmine Fabrics Ltd' }, { name: 'Newcomer C' }] }, false);
  assert.equal(response.status, 200);
  assert.deepEqual(body.contacts.map((contact) => contact.statusAttributeString), ['OK', 'ERROR', 'OK']);
  assert.equal(body.contacts[1].contactID, noId);
  assert.equal(body.contacts[1].hasValidationErrors, true);
  assert.match(messages(body.contacts[1]).join(), /must be unique across all active contacts/);
  assert.notEqual(body.contacts[2].contactID, noId);
});

test('a replayed idempotency key creates nothing twice, and serves no other request', async () => {
  const first = await api.createContacts(tenant, { contacts: [{ name: 'Once Only Ltd' }] }, false, 'key-1');
  const again = await api.createContacts(tenant, { contacts: [{ name: 'Once Only Ltd' }] }, false, 'key-1');
  assert.equal(again.body.contacts[0].contactID, first.body.contacts[0].contactID);
  assert.equal(again.body.contacts[0].statusAttributeString, first.body.contacts[0].statusAttributeString);
  const other = await refusal(api.createContacts(tenant, { contacts: [{ name: 'Twice Ltd' }] }, false, 'key-1'));
  assert.equal(other.statusCode, 400);
  assert.match(JSON.stringify(other.body), /Idempotency Key: key-1 is used with a different request/);
});

test('pages of two together hold every contact once', async () => {
  const everyone = await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, true, undefined, undefined, 1000);
  const { itemCount, pageCount } = everyone.body.pagination;
  assert.equal(everyone.body.contacts.length, itemCount);
  assert.equal(pageCount, 1);
  const seen = [];
  for (let page = 1; ; page++) {
    const { body } = await api.getContacts(tenant, undefined, undefined, undefined, undefined, page, true, undefined, undefined, 4);
    if (body.contacts.length === 0) break;
    assert.equal(body.pagination.pageCount, Math.ceil(itemCount / 4));
    seen.push(...body.contacts.map((contact) => contact.contactID));
  }

  assert.deepEqual(seen, everyone.body.contacts.map((contact) => contact.contactID));
  assert.equal(new Set(seen).size, itemCount);
});

test('filters, searches, orders and ids narrow the list', async () => {
  const names = ({ body }) => body.contacts.map((contact) => contact.name);
  assert.deepEqual(names(await api.getContacts(tenant, undefined, 'Name=="Boom FM"')), ['Boom FM']);
  assert.deepEqual(names(await api.getContacts(tenant, undefined, 'EmailAddress!=null AND Name.Contains("City")')), ['City Agency']);
  assert.deepEqual(names(await api.getContacts(tenant, undefined, undefined, undefined, [jasmine.contactID])), ['Jasmine Fabrics Ltd']);
  assert.deepEqual(names(await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, undefined, undefined, 'bayside')), ['Bayside Club']);
  const sorted = names(await api.getContacts(tenant, undefined, undefined, 'Name DESC', undefined, 1));
  assert.deepEqual(sorted, [...sorted].sort((a, b) => b.toLowerCase() < a.toLowerCase() ? -1 : 1));
  const broken = await refusal(api.getContacts(tenant, undefined, 'Name==\\"Boom FM\\"'));
  assert.deepEqual([broken.statusCode, broken.body.Type], [400, 'QueryParseException']);
});

test('archived contacts show only when asked for, and a merged one names its winner', async () => {
  const active = await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1);
  assert.ok(active.body.contacts.every((contact) => contact.contactStatus === 'ACTIVE'));
  const all = await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, true);
  const merged = all.body.contacts.find((contact) => contact.mergedToContactID);
  assert.equal(merged.contactStatus, 'ARCHIVED');
  assert.ok(active.body.contacts.some((contact) => contact.contactID === merged.mergedToContactID));
});

test('an archived contact cannot be edited', async () => {
  await api.updateContact(tenant, jasmine.contactID, { contacts: [{ contactID: jasmine.contactID, contactStatus: 'ARCHIVED' }] });
  const answer = await refusal(api.updateContact(tenant, jasmine.contactID, { contacts: [{ contactID: jasmine.contactID, name: 'Back Again' }] }));
  assert.equal(answer.statusCode, 400);
  assert.match(messages(answer.body.Elements[0]).join(), /Archived contacts cannot currently be edited via the API/);
});

test('changed since: nothing before, what was written after', async () => {
  const recent = await api.getContacts(tenant, new Date(Date.now() - 3_600_000), undefined, undefined, undefined, 1, true);
  assert.ok(recent.body.contacts.some((contact) => contact.contactID === jasmine.contactID));
  assert.ok(!recent.body.contacts.some((contact) => contact.name === 'Boom FM'));
  const future = await api.getContacts(tenant, new Date(Date.now() + 3_600_000), undefined, undefined, undefined, 1, true);
  assert.deepEqual(future.body.contacts, []);
});

test('a list without a page is a subset, summaryOnly drops more', async () => {
  const plain = (await api.getContacts(tenant)).body;
  assert.equal(plain.pagination, undefined);
  const summary = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, undefined, true)).body.contacts;
  assert.ok(summary.every((contact) => contact.isCustomer === undefined && contact.addresses === undefined));
});

test('history is written and read', async () => {
  const [contact] = (await api.getContacts(tenant, undefined, 'Name=="Boom FM"')).body.contacts;
  await api.createContactHistory(tenant, contact.contactID, { historyRecords: [{ details: 'Linked to K-3' }] });
  const { body } = await api.getContactHistory(tenant, contact.contactID);
  assert.ok(body.historyRecords.some((record) => record.details === 'Linked to K-3'));
});

test('an unknown contact is a page that is not JSON', async () => {
  const answer = await refusal(api.getContact(tenant, '11111111-2222-3333-4444-555555555555'));
  assert.equal(answer.statusCode, 404);
  assert.match(answer.headers['content-type'], /text\/html/);
});
