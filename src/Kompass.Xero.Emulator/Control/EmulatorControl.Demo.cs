using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <content>What Xero itself does, and what it would charge.</content>
public sealed partial class EmulatorControl
{
    private int _resets;

    /// <summary>
    /// Resets a demo company as Xero does after 28 days: its data and its connections go, and by default it comes back under another
    /// tenant id (<see cref="EmulatorSwitches.DemoResetKeepsTenantId"/>).
    /// </summary>
    /// <param name="tenantId">The organisation.</param>
    /// <returns>Its tenant id from now on.</returns>
    /// <exception cref="InvalidOperationException">It is no demo company.</exception>
    public Guid ResetDemoCompany(Guid tenantId)
    {
        lock (_gate)
        {
            var old = _context.Organisation(tenantId);
            if (!old.State.Organisation.IsDemoCompany)
            {
                throw new InvalidOperationException($"{old.State.Organisation.Name} is no demo company, and Xero resets no other.");
            }

            _identity.Disconnect(tenantId);
            var id = _context.Options.Switches.DemoResetKeepsTenantId
                ? tenantId
                : IdSource.Derive("organisation", tenantId.ToString(), (++_resets).ToString(CultureInfo.InvariantCulture));
            _context.Organisations.Remove(tenantId);
            _context.Organisations[id] = new Organisation(
                SeedLoader.Load(old.Seed, old.State.Organisation with { Id = id }, _context.Now) with { Changes = null }, new TenantLimits())
            { Seed = old.Seed };
            _context.Order[_context.Order.IndexOf(tenantId)] = id;
            return id;
        }
    }

    /// <summary>Moves lines of a document to another account as a person may do in Xero's pages: its last change does not show it.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="documentId">The invoice or credit note.</param>
    /// <param name="from">The code of the account that the lines are on.</param>
    /// <param name="to">The code of the account that they are moved to.</param>
    public void RecodeLines(Guid tenantId, Guid documentId, string from, string to) => Change(tenantId, state =>
    {
        var document = Document(state, documentId);
        var account = state.AccountByCode(to) ?? throw new ArgumentException($"No account has the code {to}. Take a code from Books(tenant).Accounts.");
        if (!document.Lines.Exists(line => line.AccountCode == from))
        {
            throw new ArgumentException($"{document.Number} has no line on account {from}. Its lines are on {string.Join(", ", document.Lines.Select(line => line.AccountCode).Distinct())}.");
        }

        return state.With(document with
        {
            Lines = [.. document.Lines.Select(line => line.AccountCode == from ? line with { AccountId = account.Id, AccountCode = account.Code } : line)],
        });
    });

    /// <summary>
    /// The bytes that Xero sent about an organisation and would charge for, since the last <see cref="ClearCalls"/>. Reading the
    /// organisation itself is free; whether the echo of writes counts is <see cref="EmulatorSwitches.EgressCountsWriteAnswers"/>.
    /// </summary>
    /// <param name="tenantId">The organisation.</param>
    public long EgressBytes(Guid tenantId)
    {
        lock (_gate)
        {
            _context.Organisation(tenantId);
            var writes = _context.Options.Switches.EgressCountsWriteAnswers;
            return _context.Calls
                .Where(call => call.TenantId == tenantId && (writes || call.Method == "GET"))
                .Where(call => !call.Path.EndsWith("/Organisation", StringComparison.OrdinalIgnoreCase))
                .Sum(call => (long)call.Bytes);
        }
    }
}
