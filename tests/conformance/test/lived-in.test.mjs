import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, day } from '../lib/xero.mjs';

let emulator, api, tenant, books;

before(async () => {
  ({ emulator, api, tenant } = await connect('lived-in'));
  books = await snapshot();
});
after(() => emulator?.stop());

/** The emulator's own books, from its control surface. */
async function snapshot() {
  const answer = await fetch(`${emulator.origin}/_emulator/organisations/${tenant}/books`);
  assert.equal(answer.status, 200);
  return answer.json();
}

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

test('the organisation', async () => {
  const [read] = (await api.getOrganisations(tenant)).body.organisations;
  const held = books.organisation;
  assert.equal(read.organisationID, held.id);
  assert.deepEqual(
    [read.name, read.legalName, read.baseCurrency, read.countryCode, read.version, read.timezone, read.shortCode, read._class, read.paysTax],
    [held.name, held.legalName, held.baseCurrency, held.countryCode, held.version, held.timeZone, held.shortCode, held.class, held.paysTax]);
  assert.equal(read._class, 'FUTUREPLAN');
  assert.deepEqual([day(read.periodLockDate), day(read.endOfYearLockDate)], [held.periodLockDate, held.endOfYearLockDate]);
  const { actions } = (await api.getOrganisationActions(tenant)).body;
  assert.ok(actions.some((action) => action.name === 'CreateApprovedInvoice' && action.status === 'ALLOWED'));
});

test('every contact with every value', async () => {
  const read = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, true, undefined, undefined, 1000)).body.contacts;
  assert.ok(read.length > 300);
  same(read, (contact) => contact.contactID, books.contacts, (contact) => contact.id, (contact, held) => {
    const address = contact.addresses.find((entry) => entry.addressType === 'POBOX');
    const heldAddress = held.addresses.find((entry) => entry.type === 'POBOX') ?? {};
    const phone = contact.phones.find((entry) => entry.phoneType === 'DEFAULT');
    return [
      ['name', contact.name, held.name],
      ['status', contact.contactStatus, held.status],
      ['number', text(contact.contactNumber), text(held.contactNumber)],
      ['account number', text(contact.accountNumber), text(held.accountNumber)],
      ['first name', text(contact.firstName), text(held.firstName)],
      ['last name', text(contact.lastName), text(held.lastName)],
      ['e-mail', text(contact.emailAddress), text(held.emailAddress)],
      ['company number', text(contact.companyNumber), text(held.companyNumber)],
      ['tax number', text(contact.taxNumber), text(held.taxNumber)],
      ['merged into', text(contact.mergedToContactID), text(held.mergedToContactId)],
      ['phone', text(phone.phoneNumber), text(held.phones.find((entry) => entry.type === 'DEFAULT')?.number)],
      ['address', [text(address.addressLine1), address.city, address.postalCode, address.country], [heldAddress.line1, heldAddress.city, heldAddress.postalCode, heldAddress.country].map(text)],
      ['customer', contact.isCustomer, held.isCustomer],
      ['supplier', contact.isSupplier, held.isSupplier],
      ['phones', contact.phones.length, 4],
      ['addresses', contact.addresses.length, 2],
    ];
  });
});

test('every contact once in pages of a hundred, in the order of change', async () => {
  const read = [];
  for (let page = 1; page <= 4; page++) {
    read.push(...(await api.getContacts(tenant, undefined, undefined, undefined, undefined, page, true, undefined, undefined, 100)).body.contacts);
  }

  assert.deepEqual(read.map((contact) => contact.contactID), books.contacts.map((contact) => contact.id));
});

test('the awkward contacts', async () => {
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

test('every account, the odd ones too', async () => {
  const read = (await api.getAccounts(tenant)).body.accounts;
  same(read, (account) => account.accountID, books.accounts, (account) => account.id, (account, held) => [
    ['code', text(account.code), text(held.code)],
    ['name', account.name, held.name],
    ['type', account.type, held.type],
    ['class', account._class, held.class],
    ['status', account.status, held.status],
    ['tax type', account.taxType, held.taxType],
    ['system account', account.systemAccount, held.systemAccount ?? undefined],
    ['payments', account.enablePaymentsToAccount, held.enablePaymentsToAccount],
  ]);
  for (const [what, is] of [
    ['no code', (account) => account.code === undefined], ['archived', (account) => account.status === 'ARCHIVED'], ['an unknown type', (account) => account.type === 'NEWTYPE'],
    ['a role', (account) => account.systemAccount === 'DEBTORS'], ['an empty role', (account) => account.systemAccount === ''], ['no role', (account) => account.systemAccount === undefined],
  ]) {
    assert.ok(read.some(is), `no account has ${what}`);
  }
});

test('every tax rate, the archived and the custom ones too', async () => {
  const read = (await api.getTaxRates(tenant)).body.taxRates;
  same(read, (rate) => rate.taxType, books.taxRates, (rate) => rate.taxType, (rate, held) => [
    ['name', rate.name, held.name],
    ['status', rate.status, held.status],
    ['rates', [rate.effectiveRate, rate.displayTaxRate], [held.rate, held.rate]],
    ['uses', [rate.canApplyToAssets, rate.canApplyToEquity, rate.canApplyToExpenses, rate.canApplyToLiabilities, rate.canApplyToRevenue],
      [held.canApplyToAssets, held.canApplyToEquity, held.canApplyToExpenses, held.canApplyToLiabilities, held.canApplyToRevenue]],
  ]);
  assert.ok(read.some((rate) => rate.status === 'ARCHIVED') && read.some((rate) => rate.taxType === 'TAX001') && read.some((rate) => !rate.canApplyToRevenue));
});

test('every item', async () => {
  const read = (await api.getItems(tenant, undefined, undefined, undefined, 4)).body.items;
  same(read, (item) => item.itemID, books.items, (item) => item.id, (item, held) => [
    ['code', item.code, held.code],
    ['name', text(item.name), text(held.name)],
    ['description', text(item.description), text(held.description)],
    ['price', item.salesDetails?.unitPrice, held.salesUnitPrice ?? undefined],
    ['account', text(item.salesDetails?.accountCode), text(held.salesAccountCode)],
    ['tax type', text(item.salesDetails?.taxType), text(held.salesTaxType)],
    ['tracked', item.isTrackedAsInventory, held.isTracked],
  ]);
  assert.ok(read.some((item) => item.purchaseDetails && Object.values(item.purchaseDetails).every((value) => value === undefined)));
});

test('every currency and tracking category, the archived one too', async () => {
  const { currencies } = (await api.getCurrencies(tenant)).body;
  assert.deepEqual(currencies.map((currency) => currency.code), [...books.currencies].sort());
  const read = (await api.getTrackingCategories(tenant, undefined, undefined, true)).body.trackingCategories;
  same(read, (category) => category.trackingCategoryID, books.trackingCategories, (category) => category.id, (category, held) => [
    ['name', category.name, held.name],
    ['status', category.status, held.status],
    ['options', Object.fromEntries(category.options.map((option) => [option.trackingOptionID, option.name])), held.options],
  ]);
  assert.equal((await api.getTrackingCategories(tenant)).body.trackingCategories.length, 2);
});

const amounts = (document, held) => [
  ['type', document.type, held.type],
  ['status', document.status, held.status],
  ['contact', document.contact.contactID, held.contactId],
  ['reference', text(document.reference), text(held.reference)],
  ['date', day(document.date), held.date],
  ['line amounts', document.lineAmountTypes, held.lineAmountTypes],
  ['currency', [document.currencyCode, document.currencyRate], [held.currencyCode, held.currencyRate]],
  ['totals', [document.subTotal, document.totalTax, document.total], [held.net, held.vat, held.gross]],
  ['lines', document.lineItems.map((line) => [
    text(line.description), line.quantity, line.unitAmount, line.lineAmount, line.taxAmount, text(line.accountCode), text(line.taxType), text(line.itemCode),
    (line.tracking ?? []).map((choice) => `${choice.name}: ${choice.option}`),
  ]), held.lines.map((line) => [
    text(line.description), line.quantity, line.unitAmount, line.lineAmount, line.taxAmount, text(line.accountCode), text(line.taxType), text(line.itemCode),
    line.tracking.map((choice) => `${choice.name}: ${choice.option}`),
  ])],
];

test('every invoice and bill with every line', async () => {
  const nothing = Array(7).fill(undefined);
  const read = (await api.getInvoices(tenant, ...nothing, 1, undefined, undefined, 4, undefined, 1000)).body.invoices;
  assert.ok(read.length > 20);
  same(read, (invoice) => invoice.invoiceID, books.invoices, (invoice) => invoice.id, (invoice, held) => [
    ...amounts(invoice, held),
    ['number', text(invoice.invoiceNumber), text(held.number)],
    ['due', invoice.dueDate ? day(invoice.dueDate) : undefined, held.dueDate ?? undefined],
    ['settled', [invoice.amountDue, invoice.amountPaid, invoice.amountCredited], [held.amountDue, held.amountPaid, held.amountCredited]],
    ['sent', invoice.sentToContact ?? false, held.sentToContact],
  ]);
});

test('every credit note with its allocations', async () => {
  const read = (await api.getCreditNotes(tenant, undefined, undefined, undefined, 1, 4, 100)).body.creditNotes;
  same(read, (note) => note.creditNoteID, books.creditNotes, (note) => note.id, (note, held) => [
    ...amounts(note, held),
    ['number', text(note.creditNoteNumber), text(held.number)],
    ['remaining', note.remainingCredit, held.amountDue],
    ['allocations', note.allocations.map((entry) => [entry.invoice.invoiceID, entry.amount, day(entry.date)]),
      books.allocations.filter((entry) => entry.creditNoteId === held.id).map((entry) => [entry.invoiceId, entry.amount, entry.date])],
  ]);
});

test('every payment, the reversed one too', async () => {
  const read = (await api.getPayments(tenant, undefined, undefined, undefined, 1, 100)).body.payments;
  same(read, (payment) => payment.paymentID, books.payments, (payment) => payment.id, (payment, held) => [
    ['document', payment.invoice?.invoiceID ?? payment.creditNote.creditNoteID, held.documentId],
    ['account', payment.account.accountID, held.accountId],
    ['amount', payment.amount, held.amount],
    ['date', day(payment.date), held.date],
    ['reference', text(payment.reference), text(held.reference)],
    ['status', payment.status, held.status],
  ]);
  assert.ok(read.some((payment) => payment.status === 'DELETED'));
});

test('every manual journal', async () => {
  const read = (await api.getManualJournals(tenant, undefined, undefined, undefined, 1, 100)).body.manualJournals;
  same(read, (journal) => journal.manualJournalID, books.manualJournals, (journal) => journal.id, (journal, held) => [
    ['narration', journal.narration, held.narration],
    ['date', day(journal.date), held.date],
    ['status', journal.status, held.status],
    ['lines', journal.journalLines.map((line) => [line.accountCode, line.lineAmount, line.taxType, (line.tracking ?? []).map((choice) => choice.option)]),
      held.lines.map((line) => [line.accountCode, line.lineAmount, line.taxType, line.tracking.map((choice) => choice.option)])],
  ]);
});
