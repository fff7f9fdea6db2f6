using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kompass.Benchmarks;

/// <summary>The emulator in a process of its own, whose clock stands still unless it is advanced over the control surface.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _control = new();

    private EmulatorProcess(Process process, Uri root)
    {
        _process = process;
        Root = root;
    }

    public Uri Root { get; }

    public static EmulatorProcess Start()
    {
        var start = OwnProcess.With(EmulatorHostCommand.Name);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment.Remove(HeapLimit.Variable);
        var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The emulator's process ended before it listened.");
        return new(process, new Uri(line));
    }

    /// <summary>Asks the control surface; an answer without content is null.</summary>
    public JsonNode? Control(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Root, $"/_emulator/{path}"));
        if (body is not null)
        {
            var content = JsonContent.Create(body);

            // A body that is still being written when it is sent cannot be sent synchronously.
            content.LoadIntoBufferAsync().GetAwaiter().GetResult();
            request.Content = content;
        }

        using var response = _control.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var text = reader.ReadToEnd();
        return response.IsSuccessStatusCode
            ? text.Length == 0 ? null : JsonNode.Parse(text)
            : throw new InvalidOperationException($"The emulator answered {(int)response.StatusCode} to {method} {path}: {text}");
    }

    /// <summary>Lets the emulator's time pass until it is as late as ours.</summary>
    public void MoveTo(DateTimeOffset now)
    {
        if (now > Now)
        {
            Control(HttpMethod.Post, "clock", new { advance = (now - Now).ToString("c") });
            Now = now;
        }
    }

    private DateTimeOffset Now { get; set; } = EmulatorHostCommand.Beginning;

    public void Dispose()
    {
        // The process ends when nobody can write to it any more, also when this one is killed.
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
        _control.Dispose();
    }
}
