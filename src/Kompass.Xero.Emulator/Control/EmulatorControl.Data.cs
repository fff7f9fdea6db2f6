using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <content>Data that exist before the app comes, put in without Xero's checks.</content>
public sealed partial class EmulatorControl
{
    /// <summary>Adds a contact. Uniqueness is not checked, since real books hold such data.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Changes the contact before it is added.</param>
    /// <returns>The contact's id.</returns>
    public Guid AddContact(Guid tenantId, string name, Func<EmulatedContact, EmulatedContact>? configure = null) => Change(tenantId, state =>
    {
        Named(name, "contact");
        var contact = new EmulatedContact { Id = _context.Ids.Next(), Name = name, UpdatedDateUtc = _context.Now };
        contact = configure?.Invoke(contact) ?? contact;
        return (state.With(contact), contact.Id);
    });

    /// <summary>Adds an account.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="code">The code; <see langword="null"/> for an account without one.</param>
    /// <param name="name">The name.</param>
    /// <param name="type">The type, from which the class follows.</param>
    /// <param name="taxType">The default tax type.</param>
    /// <param name="configure">Changes the account before it is added.</param>
    /// <returns>The account's id.</returns>
    /// <exception cref="ArgumentException">The code or the name is another account's.</exception>
    public Guid AddAccount(
        Guid tenantId, string? code, string name, string type = "REVENUE", string taxType = "NONE",
        Func<EmulatedAccount, EmulatedAccount>? configure = null) => Change(tenantId, state =>
    {
        var account = new EmulatedAccount
        {
            Id = _context.Ids.Next(),
            Code = code,
            Name = name,
            Type = type,
            Class = AccountsEndpoint.ClassOf(type),
            TaxType = taxType,
            UpdatedDateUtc = _context.Now,
        };
        account = configure?.Invoke(account) ?? account;
        return (state.With(Unique(state, account)), account.Id);
    });

    /// <summary>Adds a tax rate, or replaces the one of the same code.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="taxType">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="rate">The rate in per cent.</param>
    /// <param name="configure">Changes the rate before it is added; by default it may be used on every account.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">The code or the name is empty, or the rate is negative.</exception>
    public string AddTaxRate(
        Guid tenantId, string taxType, string name, decimal rate, Func<EmulatedTaxRate, EmulatedTaxRate>? configure = null) => Change(tenantId, state =>
    {
        var added = new EmulatedTaxRate
        {
            TaxType = taxType,
            Name = name,
            Rate = rate,
            CanApplyToAssets = true,
            CanApplyToEquity = true,
            CanApplyToExpenses = true,
            CanApplyToLiabilities = true,
            CanApplyToRevenue = true,
        };
        added = configure?.Invoke(added) ?? added;
        Named(added.TaxType, "tax rate");
        Named(added.Name, "tax rate");
        if (added.Rate < 0)
        {
            throw new ArgumentException($"The rate of {added.TaxType} cannot be {added.Rate}. State 0 or more per cent.");
        }

        return (state.With(added), added.TaxType);
    });

    /// <summary>Adds an item.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="code">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="salesAccountCode">The account of sales.</param>
    /// <param name="salesTaxType">The tax type of sales.</param>
    /// <param name="configure">Changes the item before it is added.</param>
    /// <returns>The item's id.</returns>
    /// <exception cref="ArgumentException">The code is another item's.</exception>
    public Guid AddItem(
        Guid tenantId, string code, string name, string? salesAccountCode = null, string? salesTaxType = null,
        Func<EmulatedItem, EmulatedItem>? configure = null) => Change(tenantId, state =>
    {
        var item = new EmulatedItem
        {
            Id = _context.Ids.Next(),
            Code = code,
            Name = name,
            SalesAccountCode = salesAccountCode,
            SalesTaxType = salesTaxType,
            UpdatedDateUtc = _context.Now,
        };
        item = configure?.Invoke(item) ?? item;
        Named(item.Code, "item");
        if (state.ItemByCode(item.Code) is { } other && other.Id != item.Id)
        {
            throw new ArgumentException($"The item code {item.Code} is taken by '{other.Name}'. Choose another code.");
        }

        return (state.With(item), item.Id);
    });

    /// <summary>Subscribes the organisation to a currency.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="code">The ISO code, such as EUR.</param>
    /// <exception cref="ArgumentException">Xero knows no such currency.</exception>
    public void AddCurrency(Guid tenantId, string code) => Change(tenantId, state => CurrencyCodes.Has(code)
        ? state with { Currencies = state.Currencies.SetItem(code, CurrenciesEndpoint.Describe(code)) }
        : throw new ArgumentException($"There is no currency '{code}'. Choose an ISO code such as EUR."));

    /// <summary>Adds a tracking category.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="name">The category's name.</param>
    /// <param name="options">The names of its options.</param>
    /// <returns>The category's id.</returns>
    /// <exception cref="ArgumentException">The name is another category's, an option is named twice, or there are two active categories already.</exception>
    public Guid AddTrackingCategory(Guid tenantId, string name, params string[] options) => Change(tenantId, state =>
    {
        ArgumentNullException.ThrowIfNull(options);
        Named(name, "tracking category");
        if (state.Tracking.Exists(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"There is a tracking category '{name}' already. Choose another name.");
        }

        if (options.Any(string.IsNullOrWhiteSpace) || options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Length)
        {
            throw new ArgumentException($"The options of '{name}' must have names, each another one: {string.Join(", ", options)}.");
        }

        if (state.Tracking.Count(known => known.Status == "ACTIVE") >= TrackingEndpoint.MostActive || state.Tracking.Count >= TrackingEndpoint.MostInAll)
        {
            throw new ArgumentException($"Xero has at most {TrackingEndpoint.MostActive} active tracking categories and {TrackingEndpoint.MostInAll} in all. Archive or delete one before '{name}' is added.");
        }

        var category = new EmulatedTrackingCategory(
            _context.Ids.Next(), name, "ACTIVE", options.ToImmutableDictionary(_ => _context.Ids.Next(), option => option));
        return (state with { Tracking = state.Tracking.Add(category) }, category.Id);
    });

    /// <summary>Adds an invoice, bill or credit note that somebody entered in Xero. Totals are computed from its lines; nothing is checked.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="type">ACCREC, ACCPAY, ACCRECCREDIT or ACCPAYCREDIT.</param>
    /// <param name="number">The number.</param>
    /// <param name="date">The date.</param>
    /// <param name="net">The net amount of its one line, on account 200 without tax.</param>
    /// <param name="configure">Changes the document before it is added, its lines included.</param>
    /// <returns>The document's id.</returns>
    public Guid AddDocument(
        Guid tenantId, Guid contactId, string type, string number, DateOnly date, decimal net,
        Func<EmulatedDocument, EmulatedDocument>? configure = null) => Change(tenantId, state =>
    {
        if (!state.Contacts.ContainsKey(contactId))
        {
            throw new ArgumentException($"The organisation has no contact {contactId}. Take the id of one from its books.", nameof(contactId));
        }

        if (type is not ("ACCREC" or "ACCPAY" or "ACCRECCREDIT" or "ACCPAYCREDIT"))
        {
            throw new ArgumentException($"There is no document type '{type}'. Choose ACCREC, ACCPAY, ACCRECCREDIT or ACCPAYCREDIT.");
        }

        var account = state.AccountByCode("200");
        var document = new EmulatedDocument
        {
            Id = _context.Ids.Next(),
            Kind = type is "ACCREC" or "ACCPAY" ? DocumentKind.Invoice : DocumentKind.CreditNote,
            Type = type,
            ContactId = contactId,
            Number = number,
            Date = date,
            DueDate = type is "ACCREC" or "ACCPAY" ? date.AddDays(30) : null,
            Status = "AUTHORISED",
            CurrencyCode = state.Organisation.BaseCurrency,
            Lines =
            [
                new EmulatedLine
                {
                    Id = _context.Ids.Next(), Description = "Entered by hand", Quantity = 1, UnitAmount = net, LineAmount = Amounts.Money(net),
                    AccountId = account?.Id, AccountCode = account?.Code, TaxType = "NONE",
                },
            ],
            UpdatedDateUtc = _context.Now,
        };
        document = DocumentEditor.Totalled(configure?.Invoke(document) ?? document);
        var numbers = document.Kind == DocumentKind.Invoice ? state.InvoiceNumbers : state.CreditNoteNumbers;
        if (document.IsSales && numbers.Find(document.Number).Any(id => id != document.Id))
        {
            throw new ArgumentException($"The number {document.Number} is taken by another document. Choose another number.");
        }

        return (state.With(document), document.Id);
    });

    /// <summary>Adds a posted manual journal that somebody entered in Xero. Nothing is checked.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="narration">Its text.</param>
    /// <param name="date">The date.</param>
    /// <param name="lines">The code of an account and an amount for each line, positive for a debit.</param>
    /// <returns>The journal's id.</returns>
    public Guid AddJournal(Guid tenantId, string narration, DateOnly date, params (string AccountCode, decimal Amount)[] lines) => Change(tenantId, state =>
    {
        ArgumentNullException.ThrowIfNull(lines);
        Named(narration, "manual journal");
        var journal = new EmulatedJournal
        {
            Id = _context.Ids.Next(),
            Narration = narration,
            Status = "POSTED",
            Date = date,
            Lines =
            [
                .. lines.Select(line => new EmulatedJournalLine
                {
                    LineAmount = line.Amount,
                    AccountCode = line.AccountCode,
                    AccountId = state.AccountByCode(line.AccountCode)?.Id
                        ?? throw new ArgumentException($"No account has the code {line.AccountCode}. Take a code from Books(tenant).Accounts."),
                }),
            ],
            UpdatedDateUtc = _context.Now,
        };
        return (state.With(journal), journal.Id);
    });

    private static void Named(string? name, string what)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException($"The {what} needs a name or code that is not empty.");
        }
    }

    private static EmulatedAccount Unique(BooksState state, EmulatedAccount account)
    {
        Named(account.Name, "account");
        if (state.Accounts.Find(other => other.Id != account.Id && account.Code is not null && string.Equals(other.Code, account.Code, StringComparison.OrdinalIgnoreCase)) is { } coded)
        {
            throw new ArgumentException($"The account code {account.Code} is taken by '{coded.Name}'. Choose another code for '{account.Name}'.");
        }

        return state.Accounts.Exists(other => other.Id != account.Id && string.Equals(other.Name, account.Name, StringComparison.OrdinalIgnoreCase))
            ? throw new ArgumentException($"There is an account named '{account.Name}' already. Choose another name for {account.Code ?? "the account without code"}.")
            : account;
    }
}
