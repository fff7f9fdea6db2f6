using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kompass.Xero.Emulator;

namespace Kompass.Benchmarks;

/// <summary>Calls the accounting API with a consent already given; answers with the number of bytes.</summary>
internal sealed class EmulatorCaller : IDisposable
{
    private readonly XeroEmulator _emulator;
    private readonly Uri _api;
    private readonly KeyValuePair<string, string>[] _headers;
    private readonly HttpClient _client = new();
    private int _created;

    public EmulatorCaller(XeroEmulator emulator, EmulatorServer server)
    {
        var token = emulator.Control.IssueTokens().AccessToken;
        _emulator = emulator;
        _api = server.Endpoints.ApiUrl;
        _headers =
        [
            new("Authorization", $"Bearer {token}"), new("xero-tenant-id", emulator.Control.TenantId.ToString()), new("Accept", "application/json"),
        ];
        foreach (var (name, value) in _headers)
        {
            _client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }

    public int Get(string path)
    {
        var response = _emulator.Handle(new EmulatedRequest("GET", new Uri(_api.AbsoluteUri + path), _headers));
        return response.Status == 200 ? response.Body.Length : throw new InvalidOperationException($"{path} was answered with {response.Status}.");
    }

    public async Task<int> GetOverHttpAsync(string path) => (await _client.GetByteArrayAsync(new Uri(_api.AbsoluteUri + path))).Length;

    public async Task<int> PutContactsAsync(int count)
    {
        var body = JsonSerializer.Serialize(new { Contacts = Enumerable.Range(0, count).Select(_ => new { Name = $"Newcomer {++_created}" }) });
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await _client.PutAsync(new Uri(_api.AbsoluteUri + "/Contacts"), content);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    public void Dispose() => _client.Dispose();
}
