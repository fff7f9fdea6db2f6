namespace Kompass.Xero.Emulator;

/// <summary>The events that wait for delivery. Guarded by the emulator's lock.</summary>
internal sealed class WebhookQueue(EmulatorContext context)
{
    private const int MostPerPayload = 100;
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    private static readonly TimeSpan Keeping = TimeSpan.FromDays(31);
    private readonly List<WebhookEvent> _events = [];
    private int _sequence;
    private DateTimeOffset? _failingSince;

    /// <summary>Whether the app is connected to an organisation.</summary>
    public Func<Guid, bool> IsConnected { get; set; } = _ => true;

    public WebhookSubscription? Subscription { get; set; }

    public WebhookState State { get; set; }

    /// <summary>When the next attempt may be made.</summary>
    public DateTimeOffset NextAt { get; private set; }

    public int Count => _events.Count;

    public List<string> Emails { get; } = [];

    /// <summary>Turns what was written since the last look into events.</summary>
    public void Collect()
    {
        foreach (var organisation in context.Organisations.Values)
        {
            if (organisation.State.Changes is { } changes)
            {
                organisation.State = organisation.State with { Changes = null };
                if (State is WebhookState.On or WebhookState.Disabled && IsConnected(organisation.Id))
                {
                    Add(organisation, changes);
                }
            }
        }
    }

    /// <summary>The events of the payload that is due, in order; none when nothing is.</summary>
    public IReadOnlyList<WebhookEvent> Due()
    {
        _events.RemoveAll(one => context.Now - one.At > Keeping);
        return State == WebhookState.On && context.Now >= NextAt ? [.. _events.Take(MostPerPayload)] : [];
    }

    public void Accepted(IReadOnlyList<WebhookEvent> events)
    {
        _events.RemoveAll(events.Contains);
        _failingSince = null;
        NextAt = default;
    }

    public void Failed()
    {
        _failingSince ??= context.Now;
        NextAt = context.Now + Retry;
        if (context.Now - _failingSince >= Patience)
        {
            State = WebhookState.Disabled;
            _failingSince = null;
            Emails.Add($"Your webhook {Subscription!.Url} has failed for 24 hours and is disabled. Repair it and check the intent to receive.");
        }
    }

    public void Enable()
    {
        State = WebhookState.On;
        _failingSince = null;
        NextAt = default;
    }

    public void Clear()
    {
        _events.Clear();
        _failingSince = null;
        NextAt = default;
    }

    private void Add(Organisation organisation, BooksChange changes)
    {
        // Oldest first; several writes to one record in one call are one event.
        var chain = new List<BooksChange>();
        for (var change = changes; change is not null; change = change.Before)
        {
            chain.Add(change);
        }

        chain.Reverse();
        foreach (var writes in chain.GroupBy(change => (change.Category, change.Id)).Where(writes => Subscription!.Categories.Contains(writes.Key.Category)))
        {
            var (category, id) = writes.Key;
            _events.Add(new WebhookEvent(++_sequence, organisation.Id, category, id, writes.First().IsNew, context.Now)
            {
                Data = organisation.State.CreditNotes.GetValueOrDefault(id) is { } note ? (note.Type, note.Status) : null,
            });
        }
    }
}
