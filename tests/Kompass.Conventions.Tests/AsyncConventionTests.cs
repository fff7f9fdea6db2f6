using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Kompass.Conventions.Tests;

/// <summary>Asynchronous methods end in Async and take a CancellationToken last.</summary>
/// <remarks>
/// Left out, because their shape is somebody else's: overrides, implementations of interfaces that are not ours
/// (<see cref="IAsyncDisposable.DisposeAsync"/> and the like), property accessors, delegates, what a compiler or generator wrote.
/// </remarks>
public sealed class AsyncConventionTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const string Registers = "finds or registers work that is shared, and waits for nothing";
    private const string Renews = "a renewal must not be torn between the provider's rotation and our commit";
    private const string Spent = "the code is spent by the exchange: a browser that goes away must not stop the work";

    // Method and the reason for which the rules do not hold for it.
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["Kompass.Accounting.LedgerCatalogueCache.Join(ValueTuple`2, Task`1)"] = Registers,
        ["Kompass.Xero.XeroTokens.Renewal(CredentialId, String)"] = Registers,
        ["Kompass.Xero.XeroTokens.RenewAsync(CredentialId, String)"] = Renews,
        ["Kompass.Xero.XeroTokens.RenewUnderLeaseAsync(CredentialId, String, DateTimeOffset)"] = Renews,
        ["Kompass.Xero.XeroTokens.SaveAsync(CredentialId, TokenSet, Int64)"] = Renews,
        ["Kompass.Xero.XeroConnector.CompleteAsync(ConsentAttempt, AuthorizationResponse)"] = Spent,
        ["Kompass.Xero.XeroConnector.SelectAsync(ConsentAttempt, TokenSet, CredentialId, IReadOnlyList`1)"] = Spent,
        ["Kompass.Xero.XeroConnector.ConnectAsync(ConfigurationId, RemoteConnection, Boolean, IReadOnlyList`1, IReadOnlyList`1)"] = Spent,
        ["Kompass.Xero.XeroConnector.GrantedAsync(String, String)"] = Spent,
        ["Kompass.Xero.ConnectionKeeper.StoreAsync(TokenSet)"] = Spent,
        ["Kompass.Xero.ConnectionKeeper.ConnectAsync(ConfigurationId, RemoteConnection, Boolean)"] = Spent,
        ["Kompass.Xero.Emulator.EmulatorHttpHandler.ArriveAsync(EmulatedRequest, Exchange)"] =
            "a request that is under way arrives, whether or not its sender still waits",
    };

    [Fact]
    public void Asynchronous_methods_end_in_Async() =>
        Findings.None(
            AsynchronousMethods.Where(method => !PlainName(method).EndsWith("Async", StringComparison.Ordinal)).Select(Describe),
            "The name of a method that returns a task or an asynchronous sequence ends in Async.");

    [Fact]
    public void Asynchronous_methods_take_a_cancellation_token_last() =>
        Findings.None(
            AsynchronousMethods.Where(method => !CarriesToken(method)).Select(Describe),
            "A method that returns a task or an asynchronous sequence takes a CancellationToken last.");

    [Fact]
    public void Exemptions_name_methods_that_exist() =>
        Findings.None(
            Exempt.Keys.Except(SourceAssemblies.Types.SelectMany(type => type.GetMethods(Declared)).Select(Describe)),
            "Exempted, and no longer there: take it from the list.");

    private static IEnumerable<MethodInfo> AsynchronousMethods =>
        SourceAssemblies.Types
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type =>
            {
                var foreign = ForeignImplementations(type);
                return type.GetMethods(Declared).Where(method => IsAsynchronous(method.ReturnType) && !foreign.Contains(method));
            })
            .Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal))
            .Where(method => method.GetBaseDefinition().DeclaringType == method.DeclaringType)
            .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute), false) && !method.IsDefined(typeof(GeneratedCodeAttribute), false))
            .Where(method => !Exempt.ContainsKey(Describe(method)));

    private static bool IsAsynchronous(Type type)
    {
        var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return shape == typeof(Task) || shape == typeof(Task<>) || shape == typeof(ValueTask) || shape == typeof(ValueTask<>)
            || shape == typeof(IAsyncEnumerable<>);
    }

    // A request handler finds its token in the context; a method that runs a delegate leaves the token to it.
    private static bool CarriesToken(MethodInfo method) =>
        method.GetParameters() is [.., var last]
        && (last.ParameterType == typeof(CancellationToken)
            || typeof(Delegate).IsAssignableFrom(last.ParameterType)
            || method.GetParameters().Any(parameter => parameter.ParameterType == typeof(HttpContext)));

    private static HashSet<MethodInfo> ForeignImplementations(Type type) =>
        type.IsInterface
            ? []
            : [.. type.GetInterfaces().Where(face => !SourceAssemblies.All.Contains(face.Assembly)).SelectMany(face => type.GetInterfaceMap(face).TargetMethods)];

    private static string PlainName(MethodInfo method) => method.Name[(method.Name.LastIndexOf('.') + 1)..];

    private static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.FullName}.{PlainName(method)}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
}
