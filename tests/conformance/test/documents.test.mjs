import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, day, messages, refusal } from '../lib/xero.mjs';

let emulator, api, tenant;
let customer, invoice, creditNote, payment, journal, item;

const vatLines = [25.06, 25.61, 25.63].map((unitAmount) => ({ description: 'Work', quantity: 1, unitAmount, accountCode: '200', taxType: 'OUTPUT2' }));

const draft = (more) => ({
  type: 'ACCREC', contact: { contactID: customer.contactID }, date: '2026-10-15', dueDate: '2026-11-14', lineAmountTypes: 'Exclusive',
  lineItems: [{ description: 'Work', quantity: 1, unitAmount: 100, accountCode: '200', taxType: 'OUTPUT2' }], ...more,
});

const create = async (...invoices) => (await api.createInvoices(tenant, { invoices })).body.invoices;

before(async () => {
  ({ emulator, api, tenant } = await connect('demo'));
  [customer] = (await api.getContacts(tenant, undefined, 'Name=="Boom FM"')).body.contacts;
});
after(() => emulator?.stop());

test('an item is created, updated, read by its code, and a second one of its code refused', async () => {
  const sent = { code: 'SURVEY', name: 'Survey', description: 'Survey, per hour', salesDetails: { unitPrice: 72.2525, accountCode: '200', taxType: 'OUTPUT2' } };
  [item] = (await api.createItems(tenant, { items: [sent] }, undefined, 4)).body.items;
  assert.equal(item.salesDetails.unitPrice, 72.2525);
  assert.equal(item.isTrackedAsInventory, false);
  const [renamed] = (await api.updateItem(tenant, item.itemID, { items: [{ code: 'SURVEY', name: 'Site survey' }] })).body.items;
  assert.equal(renamed.name, 'Site survey');
  assert.equal((await api.getItem(tenant, 'SURVEY', 4)).body.items[0].salesDetails.unitPrice, 72.2525);
  const answer = await refusal(api.createItems(tenant, { items: [{ code: 'SURVEY' }] }, true));
  assert.match(messages(answer.body.Elements[0]).join(), /Price List Item with Code 'SURVEY' already exists/);
});

test('an item is deleted', async () => {
  const [spare] = (await api.createItems(tenant, { items: [{ code: 'SPARE' }] })).body.items;
  assert.equal((await api.deleteItem(tenant, spare.itemID)).response.status, 204);
  assert.equal((await refusal(api.getItem(tenant, spare.itemID))).statusCode, 404);
});

test('VAT is rounded on each line and then summed', async () => {
  [invoice] = await create(draft({ invoiceNumber: 'K-1', reference: 'PO 7', status: 'AUTHORISED', lineItems: vatLines }));
  assert.deepEqual(invoice.lineItems.map((line) => line.taxAmount), [5.01, 5.12, 5.13]);
  assert.deepEqual([invoice.subTotal, invoice.totalTax, invoice.total, invoice.amountDue], [76.3, 15.26, 91.56, 91.56]);
  assert.equal(invoice.contact.name, 'Boom FM');
  assert.deepEqual([day(invoice.date), day(invoice.dueDate)], ['2026-10-15', '2026-11-14']);
  assert.equal(invoice.currencyCode, 'GBP');
  assert.equal(invoice.reference, 'PO 7');
});

test('tax inside inclusive lines is taken out of them', async () => {
  const [inclusive] = await create(draft({ lineAmountTypes: 'Inclusive', lineItems: [{ description: 'All in', quantity: 1, unitAmount: 120, accountCode: '200', taxType: 'OUTPUT2' }] }));
  assert.deepEqual([inclusive.subTotal, inclusive.totalTax, inclusive.total], [100, 20, 120]);
  const [untaxed] = await create(draft({ lineAmountTypes: 'NoTax' }));
  assert.deepEqual([untaxed.totalTax, untaxed.lineItems[0].taxType], [0, 'NONE']);
});

test('a unit price of four decimals needs unitdp=4', async () => {
  const lines = [{ description: 'Per item', quantity: 3, unitAmount: 0.3333, accountCode: '200', taxType: 'NONE' }];
  const [rounded] = await create(draft({ lineItems: lines }));
  assert.deepEqual([rounded.lineItems[0].unitAmount, rounded.total], [0.33, 0.99]);
  const [exact] = (await api.createInvoices(tenant, { invoices: [draft({ lineItems: lines })] }, undefined, 4)).body.invoices;
  assert.deepEqual([exact.lineItems[0].unitAmount, exact.total], [0.3333, 1]);
});

test('a line that names an item takes price, account and tax from it', async () => {
  const [priced] = (await api.createInvoices(tenant, { invoices: [draft({ lineItems: [{ itemCode: 'SURVEY', quantity: 2 }] })] }, undefined, 4)).body.invoices;
  const [line] = priced.lineItems;
  assert.deepEqual([line.unitAmount, line.accountCode, line.taxType, line.description], [72.2525, '200', 'OUTPUT2', 'Survey, per hour']);
});

test('a number that is taken is refused', async () => {
  const answer = await refusal(api.createInvoices(tenant, { invoices: [draft({ invoiceNumber: 'K-1' })] }, true));
  assert.equal(answer.statusCode, 400);
  assert.deepEqual(messages(answer.body.Elements[0]), ['Invoice # must be unique.']);
});

test('POST with a number that exists updates that document', async () => {
  const [first] = await create(draft({ invoiceNumber: 'K-2' }));
  const [second] = (await api.updateOrCreateInvoices(tenant, { invoices: [draft({ invoiceNumber: 'K-2', reference: 'changed' })] })).body.invoices;
  assert.deepEqual([second.invoiceID, second.reference], [first.invoiceID, 'changed']);
});

test('lines that are not sent again are deleted', async () => {
  const [two] = await create(draft({ lineItems: [vatLines[0], vatLines[1]] }));
  const kept = two.lineItems[1];
  const [one] = (await api.updateInvoice(tenant, two.invoiceID, { invoices: [{ lineItems: [{ lineItemID: kept.lineItemID, description: 'Kept', quantity: 1, unitAmount: 25.61, accountCode: '200', taxType: 'OUTPUT2' }] }] })).body.invoices;
  assert.deepEqual(one.lineItems.map((line) => [line.lineItemID, line.description]), [[kept.lineItemID, 'Kept']]);
});

test('an unknown account is dropped from a draft with a warning, and refused when approved', async () => {
  const lines = [{ description: 'Work', quantity: 1, unitAmount: 5, accountCode: '476', taxType: 'NONE' }];
  const [lenient] = await create(draft({ lineItems: lines }));
  assert.equal(lenient.lineItems[0].accountCode, undefined);
  assert.match(lenient.warnings[0].message, /Account code '476' has been removed/);
  const answer = await refusal(api.createInvoices(tenant, { invoices: [draft({ status: 'AUTHORISED', lineItems: lines })] }, true));
  assert.match(messages(answer.body.Elements[0]).join(), /Account code '476' is not a valid code for this document/);
});

test('sixty invoices of which three are bad: fifty-seven are saved', async () => {
  const isBad = (at) => at % 20 === 7;
  const batch = Array.from({ length: 60 }, (_, at) => draft({ invoiceNumber: isBad(at) ? 'K-1' : `B-${at}` }));
  const { response, body } = await api.createInvoices(tenant, { invoices: batch }, false);
  assert.equal(response.status, 200);
  assert.deepEqual(body.invoices.map((element) => element.statusAttributeString === 'ERROR'), batch.map((_, at) => isBad(at)));
  const saved = (await api.getInvoices(tenant, undefined, undefined, undefined, undefined, batch.slice(0, 10).map((sent) => sent.invoiceNumber))).body.invoices;
  assert.equal(saved.filter((document) => document.invoiceNumber.startsWith('B-')).length, 9);
});

test('a date in a locked period is refused', async () => {
  const answer = await refusal(api.createInvoices(tenant, { invoices: [draft({ date: '2024-03-01' })] }, true));
  assert.match(messages(answer.body.Elements[0]).join(), /cannot be before the (period|end of year) lock date/);
});

test('a foreign currency without a subscription is refused, and taken after it', async () => {
  const answer = await refusal(api.createInvoices(tenant, { invoices: [draft({ currencyCode: 'EUR' })] }, true));
  assert.match(messages(answer.body.Elements[0]).join(), /not subscribed to currency EUR/);
  await api.createCurrency(tenant, { code: 'EUR', description: 'Euro' });
  assert.ok((await api.getCurrencies(tenant)).body.currencies.some((currency) => currency.code === 'EUR'));
  const [euro] = await create(draft({ currencyCode: 'EUR', currencyRate: 1.15 }));
  assert.deepEqual([euro.currencyCode, euro.currencyRate], ['EUR', 1.15]);
});

test('a credit note is created, allocated, and not beyond what is left', async () => {
  [creditNote] = (await api.createCreditNotes(tenant, {
    creditNotes: [{
      type: 'ACCRECCREDIT', contact: { contactID: customer.contactID }, creditNoteNumber: 'CN-K-1', date: '2026-10-20', status: 'AUTHORISED',
      lineItems: [{ description: 'Credit', quantity: 1, unitAmount: 30, accountCode: '200', taxType: 'OUTPUT2' }],
    }],
  })).body.creditNotes;
  assert.deepEqual([creditNote.total, creditNote.remainingCredit], [36, 36]);
  const tooMuch = await refusal(api.createCreditNoteAllocation(tenant, creditNote.creditNoteID, { allocations: [{ amount: 36.01, date: '2026-10-20', invoice: { invoiceID: invoice.invoiceID } }] }, true));
  assert.equal(tooMuch.statusCode, 400);
  const { body } = await api.createCreditNoteAllocation(tenant, creditNote.creditNoteID, { allocations: [{ amount: 20, date: '2026-10-20', invoice: { invoiceID: invoice.invoiceID } }] });
  assert.equal(body.allocations[0].amount, 20);
  assert.equal(body.allocations[0].invoice.invoiceID, invoice.invoiceID);
  const [read] = (await api.getCreditNote(tenant, creditNote.creditNoteID)).body.creditNotes;
  assert.deepEqual([read.remainingCredit, read.allocations.length], [16, 1]);
  const [due] = (await api.getInvoice(tenant, invoice.invoiceID)).body.invoices;
  assert.deepEqual([due.amountDue, due.amountCredited, due.creditNotes[0].creditNoteID], [71.56, 20, creditNote.creditNoteID]);
});

test('an invoice with a credit cannot be voided; without it again it can', async () => {
  const voiding = { invoices: [{ invoiceID: invoice.invoiceID, status: 'VOIDED' }] };
  const answer = await refusal(api.updateInvoice(tenant, invoice.invoiceID, voiding));
  assert.match(messages(answer.body.Elements[0]).join(), /payments or credit notes allocated/);
  const [read] = (await api.getCreditNote(tenant, creditNote.creditNoteID)).body.creditNotes;
  const deleted = await api.deleteCreditNoteAllocations(tenant, creditNote.creditNoteID, read.allocations[0].allocationID);
  assert.equal(deleted.response.status, 200);
  assert.equal((await api.getInvoice(tenant, invoice.invoiceID)).body.invoices[0].amountCredited, 0);
});

test('a payment is made, refused beyond what is due, and reversed', async () => {
  const account = { code: '090' };
  const tooMuch = await refusal(api.createPayments(tenant, { payments: [{ invoice: { invoiceID: invoice.invoiceID }, account, date: '2026-11-01', amount: 91.57 }] }, true));
  assert.match(messages(tooMuch.body.Elements[0]).join(), /exceeds the amount outstanding/);
  [payment] = (await api.createPayments(tenant, { payments: [{ invoice: { invoiceID: invoice.invoiceID }, account, date: '2026-11-01', amount: 91.56, reference: 'Received' }] })).body.payments;
  assert.equal(payment.status, 'AUTHORISED');
  const [paid] = (await api.getInvoice(tenant, invoice.invoiceID)).body.invoices;
  assert.deepEqual([paid.status, paid.amountDue, paid.amountPaid, paid.payments[0].paymentID], ['PAID', 0, 91.56, payment.paymentID]);
  assert.equal(day(paid.fullyPaidOnDate), '2026-11-01');
  const read = (await api.getPayments(tenant, undefined, undefined, undefined, 1)).body.payments;
  assert.deepEqual(read.map((found) => [found.paymentID, found.amount, found.reference]), [[payment.paymentID, 91.56, 'Received']]);
  await api.deletePayment(tenant, payment.paymentID, { status: 'DELETED' });
  assert.equal((await api.getInvoice(tenant, invoice.invoiceID)).body.invoices[0].status, 'AUTHORISED');
});

test('a voided invoice stays so', async () => {
  const [dead] = (await api.updateInvoice(tenant, invoice.invoiceID, { invoices: [{ status: 'VOIDED' }] })).body.invoices;
  assert.deepEqual([dead.status, dead.amountDue], ['VOIDED', 0]);
  const answer = await refusal(api.updateInvoice(tenant, invoice.invoiceID, { invoices: [{ status: 'AUTHORISED' }] }));
  assert.match(messages(answer.body.Elements[0]).join(), /not of valid status for modification/);
});

test('a list without pages has no lines and only a stub of the contact', async () => {
  const plain = (await api.getInvoices(tenant)).body.invoices;
  assert.ok(plain.length > 60 && plain.every((found) => found.lineItems.length === 0 && found.contact.contactStatus === undefined));
  const { invoices: page, pagination } = (await api.getInvoices(tenant, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 1, undefined, undefined, 4, undefined, 10)).body;
  assert.deepEqual([page.length, pagination.pageSize], [10, 10]);
  assert.ok(page.every((found) => found.lineItems.length > 0 && found.contact.contactStatus === 'ACTIVE'));
});

test('a journal balances, stays a draft until posted, and is read with its lines', async () => {
  const lines = (second) => [
    { lineAmount: 100, accountCode: '835', description: 'Release' }, { lineAmount: second, accountCode: '200', description: 'Earned' },
  ];
  const answer = await refusal(api.createManualJournals(tenant, { manualJournals: [{ narration: 'Unbalanced', date: '2026-10-31', journalLines: lines(-10) }] }, true));
  assert.match(messages(answer.body.Elements[0]).join(), /total debits \(100\.00\) must equal total credits \(-10\.00\)/);
  [journal] = (await api.createManualJournals(tenant, { manualJournals: [{ narration: 'October [KB:1]', date: '2026-10-31', journalLines: lines(-100) }] })).body.manualJournals;
  assert.deepEqual([journal.status, journal.lineAmountTypes, journal.showOnCashBasisReports], ['DRAFT', 'NoTax', true]);
  const [posted] = (await api.updateManualJournal(tenant, journal.manualJournalID, {
    manualJournals: [{ manualJournalID: journal.manualJournalID, narration: 'October [KB:1]', status: 'POSTED', lineAmountTypes: 'NoTax', journalLines: lines(-100) }],
  })).body.manualJournals;
  assert.equal(posted.status, 'POSTED');
  const found = (await api.getManualJournals(tenant, undefined, 'Narration=="October [KB:1]"', undefined, 1)).body.manualJournals;
  assert.deepEqual(found.map((entry) => [entry.manualJournalID, day(entry.date)]), [[journal.manualJournalID, '2026-10-31']]);
  assert.deepEqual(found[0].journalLines.map((line) => [line.lineAmount, line.accountCode]), [[100, '835'], [-100, '200']]);
  assert.deepEqual((await api.getManualJournals(tenant)).body.manualJournals[0].journalLines, []);
});

test('a journal may not touch debtors or a bank account', async () => {
  for (const accountCode of ['610', '090']) {
    const answer = await refusal(api.createManualJournals(tenant, {
      manualJournals: [{ narration: 'Not allowed', date: '2026-10-31', journalLines: [{ lineAmount: 1, accountCode }, { lineAmount: -1, accountCode: '200' }] }],
    }, true));
    assert.equal(answer.statusCode, 400);
    assert.ok(messages(answer.body.Elements[0]).length > 0);
  }
});
