using Polly;

namespace Kompass.Xero;

/// <summary>The memory of one call across its attempts. It travels with the request, through the handlers and the policies.</summary>
internal sealed class XeroCall(XeroTenant tenant, RateGate gate, string name, bool isWrite, bool hasKey, DateTimeOffset begunAt)
{
    public const string PolicyKey = "kompass.xero.call";

    private static readonly HttpRequestOptionsKey<XeroCall> OptionsKey = new(PolicyKey);

    public XeroTenant Tenant { get; } = tenant;

    public RateGate Gate { get; } = gate;

    /// <summary>Method and path, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The path below the API's address, without ids: for figures.</summary>
    public string Template { get; } = $"/{name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";

    public bool IsWrite { get; } = isWrite;

    public bool HasKey { get; } = hasKey;

    public DateTimeOffset BegunAt { get; } = begunAt;

    public int Sends { get; set; }

    public DateTimeOffset? LastSentAt { get; set; }

    /// <summary>When the first attempt left that never got an answer.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }

    /// <summary>Whether the attempt in progress got at least the head of an answer.</summary>
    public bool Answered { get; set; }

    public bool TokenReplaced { get; set; }

    public int Faults { get; set; }

    public int LimitHits { get; set; }

    /// <summary>What the last answer said; null before any.</summary>
    public int? Status { get; set; }

    /// <summary>The limit that the attempt in progress ran into.</summary>
    public RateLimitProblem? Limit { get; set; }

    public void AttachTo(HttpRequestMessage request)
    {
        request.Options.Set(OptionsKey, this);
        request.SetPolicyExecutionContext(new Context(Name) { [PolicyKey] = this });
    }

    public static XeroCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(OptionsKey, out var call)
            ? call
            : throw new InvalidOperationException("KX2001 A request without a call context reached Xero's client. Send requests through XeroApi.");
}
