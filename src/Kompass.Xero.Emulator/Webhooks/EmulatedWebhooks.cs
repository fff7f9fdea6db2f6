namespace Kompass.Xero.Emulator;

/// <summary>
/// Webhooks of the registered app. Nothing is sent on its own in process: <see cref="DeliverAsync"/> sends what is due by the
/// emulator's clock, and <see cref="EmulatorServer"/> calls it every <see cref="EmulatorOptions.WebhookInterval"/>. Thread-safe.
/// </summary>
public sealed class EmulatedWebhooks
{
    private static readonly string[] Known = ["CONTACT", "INVOICE", "CREDITNOTE"];
    private static readonly bool[] Intents = [true, false, false, true, true];
    private readonly Lock _gate;
    private readonly EmulatorContext _context;
    private readonly WebhookSender _sender;
    private readonly List<WebhookAttempt> _attempts = [];
    private bool _isBusy;

    internal EmulatedWebhooks(Lock gate, EmulatorContext context)
    {
        _gate = gate;
        _context = context;
        _sender = new WebhookSender(context);
    }

    /// <summary>The subscription; <see langword="null"/> when there is none.</summary>
    public WebhookSubscription? Subscription => Locked(queue => queue.Subscription);

    /// <summary>Whether events are delivered.</summary>
    public WebhookState State => Locked(queue => queue.State);

    /// <summary>How many events wait for delivery.</summary>
    public int Pending => Locked(queue => queue.Count);

    /// <summary>When the next attempt may be made, after one that failed; in the past otherwise.</summary>
    public DateTimeOffset NextAttemptAt => Locked(queue => queue.NextAt);

    /// <summary>Every POST so far, oldest first.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts => Locked(IReadOnlyList<WebhookAttempt> (_) => [.. _attempts]);

    /// <summary>What Xero wrote to the app's owner by e-mail.</summary>
    public IReadOnlyList<string> Emails => Locked(IReadOnlyList<string> (queue) => [.. queue.Emails]);

    /// <summary>Names the receiver in the portal; it must then pass <see cref="CheckIntentAsync"/>. Waiting events of an earlier one are dropped.</summary>
    /// <param name="url">Where payloads are posted: https on port 443, or any port on this machine.</param>
    /// <param name="signingKey">The key of the signatures; a new one when absent.</param>
    /// <param name="categories">CONTACT, INVOICE, CREDITNOTE; all when none is named.</param>
    /// <exception cref="ArgumentException">Xero would not take the address or knows no such category.</exception>
    public WebhookSubscription Subscribe(Uri url, string? signingKey = null, params string[] categories)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(categories);
        if (!url.IsAbsoluteUri || !(url.IsLoopback || url is { Scheme: "https", Port: 443 }))
        {
            throw new ArgumentException($"Xero posts webhooks to https on port 443 only, not to {url}. Give such an address, or one on localhost.", nameof(url));
        }

        if (Array.Find(categories, category => !Known.Contains(category)) is { } unknown)
        {
            throw new ArgumentException($"There is no category {unknown}. Choose from {string.Join(", ", Known)}.", nameof(categories));
        }

        return Locked(queue =>
        {
            queue.Clear();
            queue.State = WebhookState.IntentToReceive;
            return queue.Subscription = new WebhookSubscription(url, signingKey ?? _context.Ids.NextSecret(), categories.Length == 0 ? Known : categories);
        });
    }

    /// <summary>Removes the subscription and drops what waits.</summary>
    public void Unsubscribe() => Locked(queue =>
    {
        queue.Clear();
        queue.Subscription = null;
        queue.State = WebhookState.Off;
        return true;
    });

    /// <summary>
    /// Checks the intent to receive: five empty payloads, two of them signed wrongly. Only if every right one is answered with 200 and
    /// every wrong one with 401, within 5 s, without body and cookies, are events delivered from then on.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the receiver passed.</returns>
    /// <exception cref="InvalidOperationException">There is no subscription.</exception>
    public async Task<bool> CheckIntentAsync(CancellationToken cancellationToken = default)
    {
        var subscription = Subscription ?? throw new InvalidOperationException("There is no webhook subscription. Call Subscribe first.");
        var passes = true;
        foreach (var isRight in Intents)
        {
            passes &= (await SendAsync(subscription, [], isRight, cancellationToken)).IsAccepted;
        }

        return Locked(queue =>
        {
            if (passes)
            {
                queue.Enable();
            }
            else if (queue.State != WebhookState.Disabled)
            {
                queue.State = WebhookState.IntentToReceive;
            }

            return passes;
        });
    }

    /// <summary>
    /// Sends what is due by the emulator's clock. A payload that is not accepted is sent again at once and then every 15 minutes; after 24
    /// hours the subscription is disabled. Does nothing while another call is sending.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The attempts made.</returns>
    public async Task<IReadOnlyList<WebhookAttempt>> DeliverAsync(CancellationToken cancellationToken = default)
    {
        var before = Attempts.Count;
        var isMine = Locked(_ => !_isBusy && (_isBusy = true));
        if (!isMine)
        {
            return [];
        }

        try
        {
            while (Locked(queue => queue.Due()) is { Count: > 0 } events && await PostAsync(events, cancellationToken))
            {
            }

            return Locked(IReadOnlyList<WebhookAttempt> (_) => [.. _attempts.Skip(before)]);
        }
        finally
        {
            Locked(_ => _isBusy = false);
        }
    }

    private async Task<bool> PostAsync(IReadOnlyList<WebhookEvent> events, CancellationToken cancellationToken)
    {
        var subscription = Subscription!;
        if (Strikes(FaultKind.WebhookIntentToReceive))
        {
            await SendAsync(subscription, [], isRight: true, cancellationToken);
            await SendAsync(subscription, [], isRight: false, cancellationToken);
        }

        var half = events.Count / 2;
        IReadOnlyList<WebhookEvent>[] payloads = events.Count > 1 && Strikes(FaultKind.WebhookOutOfOrder)
            ? [[.. events.Skip(half).Reverse()], [.. events.Take(half).Reverse()]]
            : [events];
        foreach (var payload in payloads)
        {
            var isAccepted = (await SendAsync(subscription, payload, !Strikes(FaultKind.WebhookWrongSignature), cancellationToken)) is { IsAccepted: true, IsSignedRightly: true }
                || (await SendAsync(subscription, payload, isRight: true, cancellationToken)).IsAccepted;
            if (!isAccepted)
            {
                return Locked(queue =>
                {
                    queue.Failed();
                    return false;
                });
            }

            if (Strikes(FaultKind.WebhookDuplicate))
            {
                await SendAsync(subscription, payload, isRight: true, cancellationToken);
            }

            Locked(queue =>
            {
                queue.Accepted(payload);
                return true;
            });
        }

        return true;
    }

    private async Task<WebhookAttempt> SendAsync(
        WebhookSubscription subscription, IReadOnlyList<WebhookEvent> events, bool isRight, CancellationToken cancellationToken)
    {
        var entropy = Locked(_ => _context.Ids.NextSecret()[..20]);
        var attempt = await _sender.SendAsync(subscription, events, entropy, isRight, cancellationToken);
        return Locked(_ =>
        {
            _attempts.Add(attempt);
            return attempt;
        });
    }

    private bool Strikes(FaultKind kind) => Locked(_ => _context.Faults.StrikesWebhook(kind));

    private T Locked<T>(Func<WebhookQueue, T> read)
    {
        lock (_gate)
        {
            return read(_context.Webhooks);
        }
    }
}
