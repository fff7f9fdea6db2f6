import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { connect, day } from '../lib/xero.mjs';

// The snapshot of the emulator's own books, written by `dotnet test` before it starts this file; ids are the same in every process.
const books = process.env.KOMPASS_BOOKS ? JSON.parse(readFileSync(process.env.KOMPASS_BOOKS, 'utf8')) : undefined;
const options = { skip: books ? false : 'KOMPASS_BOOKS names no snapshot: this file is run by dotnet test tests/Kompass.Conformance.Tests.' };

let emulator, api, tenant;

before(async () => {
  if (books) ({ emulator, api, tenant } = await connect('lived-in'));
});
after(() => emulator?.stop());

const byId = (list, id) => new Map(list.map((entry) => [id(entry), entry]));
const text = (value) => value ?? '';

/** Compares two lists record by record: none missing, none too many, and each as `expected` has it. */
function same(read, idOf, held, idHeld, pairs) {
  const found = byId(read, idOf);
  assert.deepEqual([...found.keys()].sort(), held.map(idHeld).sort());
  assert.equal(found.size, read.length);
  for (const record of held) {
    for (const [name, actual, expected] of pairs(found.get(idHeld(record)), record)) {
      assert.deepEqual(actual, expected, `${name} of ${JSON.stringify(record)}`);
    }
  }
}

test('the organisation', options, async () => {
  const [read] = (await api.getOrganisations(tenant)).body.organisations;
  const held = books.Organisation;
  assert.equal(read.organisationID, held.Id);
  assert.deepEqual(
    [read.name, read.legalName, read.baseCurrency, read.countryCode, read.version, read.timezone, read.shortCode, read._class, read.paysTax],
    [held.Name, held.LegalName, held.BaseCurrency, held.CountryCode, held.Version, held.TimeZone, held.ShortCode, held.Class, held.PaysTax]);
  assert.equal(read._class, 'FUTUREPLAN');
  assert.deepEqual([day(read.periodLockDate), day(read.endOfYearLockDate)], [held.PeriodLockDate, held.EndOfYearLockDate]);
  const { actions } = (await api.getOrganisationActions(tenant)).body;
  assert.ok(actions.some((action) => action.name === 'CreateApprovedInvoice' && action.status === 'ALLOWED'));
});

test('every contact with every value', options, async () => {
  const read = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, true, undefined, undefined, 1000)).body.contacts;
  assert.ok(read.length > 300);
  same(read, (contact) => contact.contactID, books.Contacts, (contact) => contact.Id, (contact, held) => {
    const address = contact.addresses.find((entry) => entry.addressType === 'POBOX');
    const heldAddress = held.Addresses.find((entry) => entry.Type === 'POBOX') ?? {};
    const phone = contact.phones.find((entry) => entry.phoneType === 'DEFAULT');
    return [
      ['name', contact.name, held.Name],
      ['status', contact.contactStatus, held.Status],
      ['number', text(contact.contactNumber), text(held.ContactNumber)],
      ['account number', text(contact.accountNumber), text(held.AccountNumber)],
      ['first name', text(contact.firstName), text(held.FirstName)],
      ['last name', text(contact.lastName), text(held.LastName)],
      ['e-mail', text(contact.emailAddress), text(held.EmailAddress)],
      ['company number', text(contact.companyNumber), text(held.CompanyNumber)],
      ['tax number', text(contact.taxNumber), text(held.TaxNumber)],
      ['merged into', text(contact.mergedToContactID), text(held.MergedToContactId)],
      ['phone', text(phone.phoneNumber), text(held.Phones.find((entry) => entry.Type === 'DEFAULT')?.Number)],
      ['address', [text(address.addressLine1), address.city, address.postalCode, address.country], [heldAddress.Line1, heldAddress.City, heldAddress.PostalCode, heldAddress.Country].map(text)],
      ['customer', contact.isCustomer, held.IsCustomer],
      ['supplier', contact.isSupplier, held.IsSupplier],
      ['phones', contact.phones.length, 4],
      ['addresses', contact.addresses.length, 2],
    ];
  });
});

test('every contact once in pages of a hundred, in the order of change', options, async () => {
  const read = [];
  for (let page = 1; page <= 4; page++) {
    read.push(...(await api.getContacts(tenant, undefined, undefined, undefined, undefined, page, true, undefined, undefined, 100)).body.contacts);
  }

  assert.deepEqual(read.map((contact) => contact.contactID), books.Contacts.map((contact) => contact.Id));
});

test('the awkward contacts', options, async () => {
  const read = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, true, undefined, undefined, 1000)).body.contacts;
  const squeezed = (contact) => contact.name.replace(/\s+/g, ' ').trim().toLowerCase();
  const repeated = (key) => read.filter((contact) => key(contact) && read.filter((other) => key(other) === key(contact)).length > 1);
  assert.ok(repeated(squeezed).some((contact) => contact.contactStatus === 'ACTIVE'), 'two names that differ by case and blanks');
  const twins = repeated((contact) => contact.contactNumber);
  assert.equal(twins.length, 2, 'two contacts with one number');
  const found = (await api.getContacts(tenant, undefined, `ContactNumber=="${twins[0].contactNumber}"`)).body.contacts;
  assert.equal(found.length, 2);
  assert.equal((await api.getContact(tenant, twins[0].contactNumber)).body.contacts.length, 1);
});

test('every account, the odd ones too', options, async () => {
  const read = (await api.getAccounts(tenant)).body.accounts;
  same(read, (account) => account.accountID, books.Accounts, (account) => account.Id, (account, held) => [
    ['code', text(account.code), text(held.Code)],
    ['name', account.name, held.Name],
    ['type', account.type, held.Type],
    ['class', account._class, held.Class],
    ['status', account.status, held.Status],
    ['tax type', account.taxType, held.TaxType],
    ['system account', account.systemAccount, held.SystemAccount ?? undefined],
    ['payments', account.enablePaymentsToAccount, held.EnablePaymentsToAccount],
  ]);
  for (const [what, is] of [
    ['no code', (account) => account.code === undefined], ['archived', (account) => account.status === 'ARCHIVED'], ['an unknown type', (account) => account.type === 'NEWTYPE'],
    ['a role', (account) => account.systemAccount === 'DEBTORS'], ['an empty role', (account) => account.systemAccount === ''], ['no role', (account) => account.systemAccount === undefined],
  ]) {
    assert.ok(read.some(is), `no account has ${what}`);
  }
});

test('every tax rate, the archived and the custom ones too', options, async () => {
  const read = (await api.getTaxRates(tenant)).body.taxRates;
  same(read, (rate) => rate.taxType, books.TaxRates, (rate) => rate.TaxType, (rate, held) => [
    ['name', rate.name, held.Name],
    ['status', rate.status, held.Status],
    ['rates', [rate.effectiveRate, rate.displayTaxRate], [held.Rate, held.Rate]],
    ['uses', [rate.canApplyToAssets, rate.canApplyToEquity, rate.canApplyToExpenses, rate.canApplyToLiabilities, rate.canApplyToRevenue],
      [held.CanApplyToAssets, held.CanApplyToEquity, held.CanApplyToExpenses, held.CanApplyToLiabilities, held.CanApplyToRevenue]],
  ]);
  assert.ok(read.some((rate) => rate.status === 'ARCHIVED') && read.some((rate) => rate.taxType === 'TAX001') && read.some((rate) => !rate.canApplyToRevenue));
});

test('every item', options, async () => {
  const read = (await api.getItems(tenant, undefined, undefined, undefined, 4)).body.items;
  same(read, (item) => item.itemID, books.Items, (item) => item.Id, (item, held) => [
    ['code', item.code, held.Code],
    ['name', text(item.name), text(held.Name)],
    ['description', text(item.description), text(held.Description)],
    ['price', item.salesDetails?.unitPrice, held.SalesUnitPrice ?? undefined],
    ['account', text(item.salesDetails?.accountCode), text(held.SalesAccountCode)],
    ['tax type', text(item.salesDetails?.taxType), text(held.SalesTaxType)],
    ['tracked', item.isTrackedAsInventory, held.IsTracked],
  ]);
  assert.ok(read.some((item) => item.purchaseDetails && Object.values(item.purchaseDetails).every((value) => value === undefined)));
});

test('what has no records yet is an empty list', options, async () => {
  const { body: { currencies } } = await api.getCurrencies(tenant);
  assert.deepEqual(currencies.map((currency) => currency.code), books.Currencies);
  assert.deepEqual((await api.getTrackingCategories(tenant)).body.trackingCategories, []);
  const page = [undefined, undefined, undefined, 1];
  assert.equal((await api.getInvoices(tenant, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 1)).body.invoices.length, books.Invoices.length);
  assert.equal((await api.getCreditNotes(tenant, ...page)).body.creditNotes.length, books.CreditNotes.length);
  assert.equal((await api.getManualJournals(tenant, ...page)).body.manualJournals.length, books.ManualJournals.length);
  assert.equal((await api.getPayments(tenant, ...page)).body.payments.length, books.Payments.length);
});
