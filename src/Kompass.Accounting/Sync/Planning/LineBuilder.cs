namespace Kompass.Accounting;

/// <summary>Finds account, item and tax rate of a line, or says why the document must be held.</summary>
internal sealed class LineBuilder(LedgerCodes codes, SyncConfiguration configuration, LedgerLimits limits)
{
    public BuiltLine Build(Invoice invoice, Allocation line, int number, DocumentKind kind)
    {
        RequireDecimals(line, number);
        RequireDescription(line, number, kind);

        var item = kind == DocumentKind.Journal ? null : FindItem(line, number);
        var (account, isDefault) = FindAccount(line, item, number, kind);
        var rate = kind == DocumentKind.Journal ? null : FindTaxRate(line, account, number);
        var (quantity, unitAmount) = Orient(line, kind);

        return new(
            new()
            {
                Description = line.Description ?? (kind == DocumentKind.Journal ? invoice.Details : null),
                Quantity = quantity,
                UnitAmount = unitAmount,
                AccountId = account.Id,
                AccountCode = string.IsNullOrEmpty(account.Code) ? null : account.Code,
                TaxType = rate?.TaxType,
                ItemCode = item?.Code,
            },
            account,
            rate,
            isDefault);
    }

    private static (decimal Quantity, decimal UnitAmount) Orient(Allocation line, DocumentKind kind) => kind switch
    {
        DocumentKind.Journal => (1m, -line.Amount),
        DocumentKind.CreditNote when line.Quantity < 0 => (-line.Quantity, line.UnitAmount),
        DocumentKind.CreditNote => (line.Quantity, -line.UnitAmount),
        _ => (line.Quantity, line.UnitAmount),
    };

    private void RequireDecimals(Allocation line, int number)
    {
        if (!Money.Fits(line.Quantity, limits.UnitDecimals) || !Money.Fits(line.UnitAmount, limits.UnitDecimals))
        {
            throw new HoldException(
                HoldReason.TooManyDecimals,
                $"Line {number} has quantity {line.Quantity} and unit amount {line.UnitAmount}; at most {limits.UnitDecimals} decimals are taken.");
        }
    }

    private void RequireDescription(Allocation line, int number, DocumentKind kind)
    {
        if (kind != DocumentKind.Journal && string.IsNullOrWhiteSpace(line.Description))
        {
            throw new HoldException(HoldReason.MissingDescription, $"Line {number} over {line.Amount} has no description.");
        }

        if (line.Description?.Length > limits.Description)
        {
            throw new HoldException(
                HoldReason.MissingDescription,
                $"The description of line {number} has {line.Description.Length} characters; at most {limits.Description} are taken.");
        }
    }

    private LedgerItem? FindItem(Allocation line, int number)
    {
        var code = codes.Mapped(MappingKind.Item, line.DepartmentCode) ?? configuration.DefaultItemCode;
        if (code is null)
        {
            return null;
        }

        return codes.Item(code) switch
        {
            null => throw new HoldException(HoldReason.ItemUnusable, $"Line {number}: item {code} does not exist."),
            { IsTracked: true } => throw new HoldException(HoldReason.ItemUnusable, $"Line {number}: the stock of item {code} is tracked."),
            { IsSold: false } => throw new HoldException(HoldReason.ItemUnusable, $"Line {number}: item {code} is not sold."),
            var item => item,
        };
    }

    private (LedgerAccount Account, bool IsDefault) FindAccount(Allocation line, LedgerItem? item, int number, DocumentKind kind)
    {
        var nominal = line.NominalCode is null ? "no nominal account" : $"nominal account {line.NominalCode}";
        if (codes.Mapped(MappingKind.Account, line.NominalCode) is { } mapped)
        {
            return (Require(codes.AccountById(mapped), $"{nominal} is mapped to account {mapped}"), false);
        }

        if (kind == DocumentKind.Journal || configuration.Documents.HoldUnmappedNominals)
        {
            throw new HoldException(HoldReason.UnmappedNominal, $"Line {number} has {nominal}, which is not mapped.");
        }

        if (item?.SalesAccountCode is { Length: > 0 } code)
        {
            return (Require(codes.AccountByCode(code), $"item {item.Code} sells to account {code}"), false);
        }

        return configuration.DefaultAccountId is { } id
            ? (Require(codes.AccountById(id), $"the Account default is {id}"), true)
            : throw new HoldException(HoldReason.UnmappedNominal, $"Line {number} has {nominal}, which is not mapped, and no Account default is set.");

        LedgerAccount Require(LedgerAccount? account, string because) => account switch
        {
            null => throw new HoldException(HoldReason.AccountUnusable, $"Line {number}: {because}, which does not exist."),
            { IsActive: false } => throw new HoldException(HoldReason.AccountUnusable, $"Line {number}: {because} ({account}), which is archived."),
            { AcceptsJournals: false } when kind == DocumentKind.Journal =>
                throw new HoldException(HoldReason.AccountUnusable, $"Line {number}: {because} ({account}), which takes no journals."),
            { AcceptsSales: false } when kind != DocumentKind.Journal =>
                throw new HoldException(HoldReason.AccountUnusable, $"Line {number}: {because} ({account}), which takes no sales documents."),
            _ => account,
        };
    }

    private LedgerTaxRate FindTaxRate(Allocation line, LedgerAccount account, int number)
    {
        if (codes.Mapped(MappingKind.TaxRate, line.VatRateCode) is not { } taxType)
        {
            return FallBack(line, account) ?? throw new HoldException(
                HoldReason.UnmappedVatRate,
                $"Line {number}: VAT rate {line.VatRateCode ?? "(none)"} is not mapped, and the default tax rate of account {account} is not beyond doubt.");
        }

        var rate = codes.TaxRate(taxType)
            ?? throw new HoldException(HoldReason.TaxRateUnusable, $"Line {number}: tax rate {taxType} does not exist.");
        if (!rate.IsActive)
        {
            throw new HoldException(HoldReason.TaxRateUnusable, $"Line {number}: tax rate {taxType} ({rate.Name}) is archived.");
        }

        // An input rate would put what is sold into the boxes of what was bought, on whichever account.
        if (!rate.AcceptsSales)
        {
            throw new HoldException(
                HoldReason.TaxRateUnusable, $"Line {number}: tax rate {taxType} ({rate.Name}) does not apply to revenue: it is one of purchases.");
        }

        return rate.AppliesTo.Contains(account.Class)
            ? rate
            : throw new HoldException(HoldReason.TaxRateUnusable, $"Line {number}: tax rate {taxType} ({rate.Name}) does not apply to account {account}.");
    }

    /// <summary>The account's own rate, only where no other class of tax could be meant.</summary>
    private LedgerTaxRate? FallBack(Allocation line, LedgerAccount account) =>
        line.VatRateCode is { } code
        && codes.VatRate(code) is { Percent: > 0 } vat
        && account is { Class: AccountClass.Revenue, TaxType: { } taxType }
        && codes.TaxRate(taxType) is { IsActive: true, AcceptsSales: true } rate
        && rate.Percent == vat.Percent
            ? rate
            : null;
}
