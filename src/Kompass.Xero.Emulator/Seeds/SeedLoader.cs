using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>Builds the books of an organisation from the seeds that the assembly carries. Ids are derived from the organisation and the record's key.</summary>
internal sealed class SeedLoader
{
    private static readonly ConcurrentDictionary<string, CsvTable?> Tables = new(StringComparer.Ordinal);
    private readonly SeedRecipe _recipe;
    private readonly Guid _tenantId;
    private readonly DateTimeOffset _start;
    private int _records;

    private SeedLoader(SeedRecipe recipe, Guid tenantId, DateTimeOffset now)
    {
        _recipe = recipe;
        _tenantId = tenantId;

        // Old enough that nothing seeded counts as changed lately, and apart so that the order of changes is the files' order.
        _start = now.AddDays(-90);
    }

    /// <summary>The organisation as a seed describes it, before any override.</summary>
    public static EmulatedOrganisation ReadOrganisation(string seed, Guid id, DateTimeOffset now)
    {
        var recipe = Recipe(seed);
        var values = Rows(recipe.IsLarge ? recipe with { Tables = "large" } : recipe, "organisation")
            .GroupBy(row => row["key"] ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(rows => rows.Key, rows => rows.Last()["value"], StringComparer.OrdinalIgnoreCase);
        string? Value(string key) => values.GetValueOrDefault(key);
        var country = Value("country") ?? "GB";
        return new EmulatedOrganisation
        {
            Id = id,
            Name = Value("name") ?? "Demo Company (UK)",
            LegalName = Value("legal_name"),
            BaseCurrency = Value("base_currency") ?? "GBP",
            CountryCode = country == "UK" ? "GB" : country,
            Version = Value("version") ?? "UK",
            TimeZone = Value("timezone") ?? "GMTSTANDARDTIME",
            PeriodLockDate = Day(Value("period_lock_date")),
            EndOfYearLockDate = Day(Value("end_of_year_lock_date")),
            ShortCode = Value("short_code") ?? "!KmPss",
            Class = Value("class") ?? "PREMIUM",
            CreatedUtc = now.AddDays(-400),
        };
    }

    public static BooksState Load(string seed, EmulatedOrganisation organisation, DateTimeOffset now) =>
        new SeedLoader(Recipe(seed), organisation.Id, now).Load(organisation);

    /// <summary>Whether there is a seed of this name.</summary>
    public static bool Knows(string seed) => SeedRecipe.Find(seed) is not null;

    private static SeedRecipe Recipe(string seed) =>
        SeedRecipe.Find(seed) ?? throw new ArgumentException($"There is no seed named '{seed}'.", nameof(seed));

    private BooksState Load(EmulatedOrganisation organisation)
    {
        var state = new BooksState
        {
            Organisation = organisation,
            Currencies = Currencies(organisation),
            Accounts = [.. Rows("accounts").Select(Account)],
            TaxRates = [.. Rows("tax-rates").Select(TaxRate)],
            Items = [.. Rows("items").Select(Item)],
        };
        if (_recipe.IsLarge)
        {
            return new LargeSeed(state, _tenantId, _start).Build();
        }

        var ids = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows("contacts"))
        {
            var contact = Contact(row, ids);
            ids.TryAdd(contact.Name, contact.Id);
            state = state.With(contact);
        }

        state = state with { Currencies = state.Currencies.AddRange(Rows("currencies").Select(row => KeyValuePair.Create(row["code"]!, CurrenciesEndpoint.Describe(row["code"]!)))) };
        return new SeedDocuments(Rows, Id, Next).AddTo(state);
    }

    private static ImmutableDictionary<string, string> Currencies(EmulatedOrganisation organisation) =>
        ImmutableDictionary<string, string>.Empty.Add(organisation.BaseCurrency, CurrenciesEndpoint.Describe(organisation.BaseCurrency));

    private EmulatedAccount Account(CsvTable.Row row)
    {
        var type = row["type"] ?? "REVENUE";
        return new EmulatedAccount
        {
            Id = Id("account", row["code"] ?? row["name"] ?? ""),
            Code = row["code"],
            Name = row["name"] ?? "",
            Type = type,
            Class = row["class"] ?? AccountsEndpoint.ClassOf(type),
            TaxType = row["tax_type"] ?? "NONE",
            Status = row["status"] ?? "ACTIVE",
            SystemAccount = _recipe.WithOddities ? row.Raw("system_account") : row["system_account"],
            EnablePaymentsToAccount = row.Flag("enable_payments"),
            UpdatedDateUtc = Next(),
        };
    }

    private static EmulatedTaxRate TaxRate(CsvTable.Row row) => new()
    {
        TaxType = row["tax_type"] ?? "",
        Name = row["name"] ?? "",
        Rate = Number(row["rate"]) ?? 0,
        Status = row["status"] ?? "ACTIVE",
        CanApplyToAssets = row.Flag("assets"),
        CanApplyToEquity = row.Flag("equity"),
        CanApplyToExpenses = row.Flag("expenses"),
        CanApplyToLiabilities = row.Flag("liabilities"),
        CanApplyToRevenue = row.Flag("revenue"),
    };

    private EmulatedItem Item(CsvTable.Row row) => new()
    {
        Id = Id("item", row["code"] ?? ""),
        Code = row["code"] ?? "",
        Name = row["name"],
        Description = row["description"],
        SalesUnitPrice = Number(row["unit_price"]),
        SalesAccountCode = row["sales_account"],
        SalesTaxType = row["sales_tax_type"],
        IsTracked = row.Flag("tracked"),
        InventoryAssetAccountCode = row["inventory_account"],
        CogsAccountCode = row["cogs_account"],
        UpdatedDateUtc = Next(),
    };

    private EmulatedContact Contact(CsvTable.Row row, Dictionary<string, Guid> known)
    {
        var name = row["name"] ?? "";
        Guid? merged = row["merged_into"] is { } winner ? known.TryGetValue(winner, out var id) ? id : Id("contact", winner) : null;
        var phone = row["phone"];
        return new EmulatedContact
        {
            // Names repeat among archived contacts, so the position is part of the key of the second one.
            Id = known.ContainsKey(name) ? Id("contact", string.Create(CultureInfo.InvariantCulture, $"{name}|{_records}")) : Id("contact", name),
            Name = name,
            FirstName = row["first_name"],
            LastName = row["last_name"],
            EmailAddress = row["email"],
            ContactNumber = row["contact_number"],
            AccountNumber = row["account_number"],
            CompanyNumber = row["company_number"],
            TaxNumber = row["tax_number"],
            Phones = phone is null ? [] : [new EmulatedPhone("DEFAULT", phone)],
            Addresses = row["address_line1"] is null && row["city"] is null && row["postal_code"] is null
                ? []
                : [new EmulatedAddress("POBOX") { Line1 = row["address_line1"], City = row["city"], PostalCode = row["postal_code"], Country = row["country"] }],
            Status = merged is null ? row["status"]?.ToUpperInvariant() ?? "ACTIVE" : "ARCHIVED",
            MergedToContactId = merged,
            IsCustomer = row.Flag("is_customer"),
            IsSupplier = row.Flag("is_supplier"),
            UpdatedDateUtc = Next(),
        };
    }

    private IEnumerable<CsvTable.Row> Rows(string table) => Rows(_recipe, table);

    private static IEnumerable<CsvTable.Row> Rows(SeedRecipe recipe, string table) =>
        (Table(recipe.Tables, table)?.Rows ?? []).Where(row => recipe.WithOddities || !row.Flag("odd"));

    private Guid Id(string kind, string key) => IdSource.Derive(kind, _tenantId.ToString(), key);

    private DateTimeOffset Next() => _start.AddSeconds(++_records);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CsvTable? Table(string seed, string name) =>
        Tables.GetOrAdd($"{seed}/{name}", _ => Text(seed, name) is { } text ? CsvTable.Parse(text) : null);

    private static string? Text(string seed, string name)
    {
        using var stream = typeof(SeedLoader).Assembly.GetManifestResourceStream($"Seeds/{seed}/{name}.csv");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
